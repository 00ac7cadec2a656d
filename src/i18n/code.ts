/** What somebody wrote or is to write, within a sentence; long texts are cut. */
export function code(text: string): string {
  return `\`${text.length > 120 ? `${text.slice(0, 119)}…` : text}\``;
}
