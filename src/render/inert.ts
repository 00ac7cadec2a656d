/** Words from content that must not act where they land. */

/** U+2060: no width, no line break, and no mention or reference across it. */
const joiner = '\u2060';

/**
 * Plain text in which GitHub finds nobody to notify and nothing to refer to: `@name`, `#123`, `GH-1`, `o/r#1` and
 * commit hashes read the same and do nothing.
 */
export function withoutMentions(text: string): string {
  return text
    .replace(/@(?=[A-Za-z0-9])/g, `@${joiner}`)
    .replace(/#(?=\d)/g, `#${joiner}`)
    .replace(/\b(GH-)(?=\d)/gi, `$1${joiner}`)
    .replace(/\b([0-9a-f]{6})(?=[0-9a-f]{1,34}\b)/g, `$1${joiner}`);
}

/** One line that a terminal or a log shows as it is: control and bidirectional characters come out as `\u{…}`. */
export function inertLine(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g, (mark) => {
    return `\\u{${(mark.codePointAt(0) as number).toString(16)}}`;
  });
}

/** Several lines that a terminal shows as they are; line breaks and tabs stay. */
export function inertText(text: string): string {
  return text
    .split('\n')
    .map((line) => line.split('\t').map(inertLine).join('\t'))
    .join('\n');
}
