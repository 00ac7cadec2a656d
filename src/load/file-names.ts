/** Names from elsewhere → names of files, which are ids. */
import { createHash } from 'node:crypto';
import { checkName, isContent } from './limits.ts';

/** A file name of letters, digits, dots and hyphens; empty where a text has none of them. */
export function slug(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}.]+/gu, '-')
    .replace(/^[-.]+|[-.]+$/g, '');
}

/** The longest part of a file's name that is taken over: with what is added, Japanese stays below the 255 bytes of disks. */
const longest = 60;

/**
 * The id of a page for what another system calls it. Most ids stay as they are. Where something of one would be lost, in
 * characters that no file name has or in capitals that do not tell files apart, a hash of the whole follows: two of
 * their ids never become one of ours, whichever comes first.
 */
export function idFor(external: string): string {
  const text = external.normalize('NFC');
  const mixed = text !== text.toLowerCase() && text !== text.toUpperCase();
  const plain = /^[\p{L}\p{N}_][\p{L}\p{N}_.-]*$/u.test(text) && [...text].length <= longest;
  const path = `requests/${text}.md`;
  if (plain && !mixed && isContent(path) && checkName(path) === undefined) return text;
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 8);
  // Without dots: Windows looks at what stands before the first.
  const name = [...slug(text.replaceAll('.', '-'))].slice(0, longest).join('');
  return [name, hash].filter(Boolean).join('-');
}
