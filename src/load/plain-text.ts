/** Text that was never Markdown → Markdown that reads the same. */

/**
 * What would divide the page (headings, rules, fenced and indented code, tables), hide text (comments, addresses of links,
 * marks of emphasis), be a tag or fetch something becomes the characters that it is made of; line breaks stay. Lists and
 * quotes look in Markdown as they do in mail, and are left.
 */
export function asMarkdown(text: string): string {
  const lines = text.split('\n').map((line) => asLine(line.trimEnd()));
  return lines
    .map((line, index) => (line !== '' && (lines[index + 1] ?? '') !== '' ? `${line}  ` : line))
    .join('\n')
    .replace(/\n{3,}/g, '\n\n');
}

/** What Markdown would read as something else than itself; `*` not as the mark of a list, `_` not within a word. */
const marks = /\\(?=[!-/:-@[-`{-~]|$)|[`~[]|\](?=\()|\*(?!(?<=^[ \t]*\*) +[^\s*])|(?<![a-z\d])_|_(?![a-z\d])/gi;

function asLine(line: string): string {
  return line
    .replace(/^[ \t]+/, (blank) => (blank.length > 3 || blank.includes('\t') ? '' : blank))
    .replace(marks, '\\$&')
    .replace(/&(?=#?\w+;)/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/^(\s*)(?=#|=+\s*$|-+\s*$|(-)(\s*-){2,}\s*$|\+\+\+|[\s|:-]*-[\s|:-]*\|[\s|:-]*$)/, '$1\\');
}

/** What marks in Markdown stand for that were escaped, with a backslash or as entities: as `asMarkdown` writes them. */
export function withoutEscapes(markdown: string): string {
  return markdown
    .replace(/&(?:lt|#32);/g, (entity) => (entity === '&lt;' ? '<' : ''))
    .replace(/&amp;/g, '&')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1');
}
