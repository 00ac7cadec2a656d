/** Summary → JSON: the plan itself. Each sentence says where it was written (`path`, `line`). */
import type { Summary } from '../summary/summary.ts';

/** The summary as JSON with two-space indentation, ending in a line break. Markdown stays Markdown, in `text`. */
export function renderJson(summary: Summary): string {
  return `${JSON.stringify(summary, (key, value) => (key === 'tree' ? undefined : value), 2)}\n`;
}
