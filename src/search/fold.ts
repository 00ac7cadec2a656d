/**
 * Text as search compares it, in the index and in queries alike: full-width letters and half-width kana become usual
 * ones (NFKC). Case is Pagefind's own business.
 */
export function fold(text: string): string {
  return text.normalize('NFKC');
}
