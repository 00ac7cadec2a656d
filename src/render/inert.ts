/** Words from content that must not act where they land. */

/** U+2060: no width, no line break, and no mention, reference or command across it. */
const joiner = '\u2060';

/** The part of an address of something on GitHub that would show who linked to it. */
const noted = String.raw`github\.com(?=/[^/\s]+/[^/\s]+/(?:issues|pull|discussions|commit)/)`;
const notedAddress = new RegExp(`^https?://(?:www\\.)?${noted}`, 'i');
const notedText = new RegExp(`(https?:|www\\.)(?=(?://)?(?:www\\.)?${noted})`, 'gi');

/**
 * Plain text in which GitHub finds nobody to notify and nothing to refer to: `@name`, `@org/team`, `#123`, `GH-1`,
 * `owner/repo#1`, commit hashes and addresses of issues read the same and do nothing. Taken for a hash is what has 7 to
 * 40 hexadecimal digits, letters and numbers among them: neither `defaced` nor `20261121`. Mail addresses stay as they
 * are.
 */
export function withoutMentions(text: string): string {
  return text
    .replace(/(?<![A-Za-z0-9_])@(?=[A-Za-z0-9])/g, `@${joiner}`)
    .replace(/#(?=\d)/g, `#${joiner}`)
    .replace(/\bGH-(?=\d)/gi, (mark) => mark + joiner)
    .replace(notedText, `$1${joiner}`)
    .replace(/\b(?=\d*[a-f])(?=[a-f]*\d)[0-9a-f]{7,40}\b/g, (hash) => hash.replace(/.{6}(?=.)/g, `$&${joiner}`));
}

/** The address that leads to the same place and leaves no trace there: GitHub notes every link to an issue on it. */
export function withoutBacklink(url: string): string {
  return url.replace(notedAddress, 'https://redirect.github.com');
}

/** Text without the start of an HTML comment: what is hidden in a message is ours alone. */
export function withoutComments(text: string): string {
  return text.replace(/<(?=!--)/g, `<${joiner}`);
}

/** Lines in which a workflow's log finds no command: neither `::name::` at the start nor `##[name]` anywhere. */
function withoutCommands(text: string): string {
  return text.replace(/^([^\S\n]*:)(?=:)/gm, `$1${joiner}`).replace(/##(?=\[)/g, `#${joiner}#`);
}

/** One line that a terminal or a log shows as it is: control and bidirectional characters come out as `\u{…}`. */
export function inertLine(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g, (mark) => {
    return `\\u{${(mark.codePointAt(0) as number).toString(16)}}`;
  });
}

/** Several lines that a terminal or a log shows as they are; line breaks and tabs stay. */
export function inertText(text: string): string {
  const lines = text.split('\n').map((line) => line.split('\t').map(inertLine).join('\t'));
  return withoutCommands(lines.join('\n'));
}
