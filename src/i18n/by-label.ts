/** The name whose label somebody wrote in its place, among the names that are possible there. */
export function byLabel(
  written: string,
  labels: { readonly [name: string]: string },
  known: readonly string[],
): string | undefined {
  const label = written.normalize('NFKC').trim().toLowerCase();
  return known.find((name) => labels[name]?.normalize('NFKC').toLowerCase() === label);
}
