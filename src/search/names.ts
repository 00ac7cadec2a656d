/** What the writer of an index and its readers must agree on: the names of its files, and how they begin. */

/** Packed, every file of Pagefind's begins with this. */
export const magic = 'pagefind_dcd';

/** As many signs of a name are the build's: two builds' files are never mixed up, and names that begin alike compress. */
export const buildSigns = 8;

/** The name of a file of a build, by the number of its page or part. */
export function nameOf(build: string, number: number): string {
  return build + number.toString(36);
}

/** The number of a page in the index, by its name. */
export function numberOf(name: string): number {
  return Number.parseInt(name.slice(buildSigns), 36);
}
