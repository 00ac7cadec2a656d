/** Text that was never Markdown → Markdown that reads the same. */

/**
 * What would divide the page (headings, rules, fenced and indented code), hide text (comments, addresses of links) or
 * fetch something (pictures) becomes the characters that it is made of; line breaks stay. Lists, quotes and emphasis look
 * in Markdown as they do in mail, and are left.
 */
export function asMarkdown(text: string): string {
  const lines = text.split('\n').map((line) => asLine(line.trimEnd()));
  return lines
    .map((line, index) => (line !== '' && (lines[index + 1] ?? '') !== '' ? `${line}  ` : line))
    .join('\n')
    .replace(/\n{3,}/g, '\n\n');
}

function asLine(line: string): string {
  return line
    .replace(/^[ \t]+/, (blank) => (blank.length > 3 || blank.includes('\t') ? '' : blank))
    .replace(/&(?=#?\w+;)/g, '&amp;')
    .replace(/<(?=!--)/g, '&lt;')
    .replace(/!(?=\[)/g, '!\\')
    .replace(/^(\s*)(?=#|=+\s*$|-+\s*$|([-_*])(\s*\2){2,}\s*$|```|~~~|\[[^\]]*\]:|\+\+\+)/, '$1\\');
}
