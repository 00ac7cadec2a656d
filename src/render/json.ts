/** Summary → JSON: the plan itself. Each sentence says where it was written (`path`, `line`). */
import type { Summary } from '../summary/summary.ts';

/**
 * The summary as JSON with two-space indentation, ending in a line break. Markdown stays Markdown, in `text`. Neither a
 * terminal nor a workflow's log takes anything in it for a command, and it reads back as it was.
 */
export function renderJson(summary: Summary): string {
  const text = JSON.stringify(summary, null, 2)
    .replace(/##\[/g, '#\\u0023[')
    .replace(/[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g, (mark) => {
      return `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`;
    });
  return `${text}\n`;
}

/**
 * The same in so much room, in UTF-16 units: whole, or with as many items as go in, and how many were left out.
 */
export function fitJson(summary: Summary, room: number): { readonly text: string; readonly left: number } {
  let items = summary.items;
  let text = renderJson(summary);
  while (text.length > room && items.length > 0) {
    items = items.slice(0, Math.floor(items.length / 2));
    text = renderJson({ ...summary, items });
  }
  return { text, left: summary.items.length - items.length };
}
