/** Components in a body, and the code of MDX: what does nothing on a page is said, with the line that would do it. */
import type { Graph } from '../graph/graph.ts';
import type { AnyEntry } from '../load/entry.ts';
import { withoutCode, withoutComments } from '../load/markdown.ts';
import {
  calloutTypes,
  components,
  componentTag,
  endsComponents,
  isComponent,
  type Tag,
  tagFrom,
} from '../load/tags.ts';
import { type ProblemArgs, problemAt } from '../problem.ts';
import { closest } from '../suggest.ts';
import type { Rule } from './rule.ts';

type Report = (line: number, column: number, args: ProblemArgs['component']) => void;

const names = Object.keys(components);

/** Few bodies have any tag that might be one. */
const mayHold = new RegExp(`^[ \\t>]*</?[A-Z]|</?(${names.join('|')})\\b`, 'im');

const componentRule: Rule = {
  ids: ['component'],
  run(graph, report) {
    for (const entry of graph.entries) {
      if (!entry.body.includes('<') || !mayHold.test(entry.body)) continue;
      judge(proseLines(entry), (line, column, args) =>
        report(problemAt({ path: entry.path, line: entry.bodyLine + line, column }, { rule: 'component', args })),
      );
    }
  },
};

/** The lines of a body with blanks in the place of code and comments. */
function proseLines({ body }: AnyEntry): string[] {
  return withoutCode(withoutComments(body, ' ')).split('\n');
}

function judge(lines: readonly string[], report: Report): void {
  let open: { name: string; line: number; column: number }[] = [];
  const leaveOpen = () => {
    for (const { name, line, column } of open) report(line, column, { what: 'open', name });
    open = [];
  };
  for (const [at, line] of lines.entries()) {
    if (endsComponents(line)) leaveOpen();
    const text = line.replace(/^[ \t>]+/, '');
    const column = line.length - text.length + 1;
    const name = /^<\/?([a-zA-Z][\w.-]*)/.exec(text)?.[1] ?? '';
    const tag = isComponent(name) ? componentTag(text) : undefined;
    if (tag === undefined) {
      if (!judgeName(text, name, (args, from) => report(at, column + from, args))) judgeInline(line, at, report);
      continue;
    }
    if (!tag.isClosing) judgeAttributes(tag, (args) => report(at, column, args));
    if (tag.inside !== undefined) continue;
    if (!tag.isClosing) open.push({ name, line: at, column });
    else if (open.at(-1)?.name === name) open.pop();
    else report(at, column, { what: 'close', name });
  }
  leaveOpen();
}

/** A tag that begins a line and is none of the components, but was meant to be one. Tells whether it was judged. */
function judgeName(
  text: string,
  name: string,
  report: (args: ProblemArgs['component'], from: number) => void,
): boolean {
  if (name === '') return false;
  if (isComponent(name)) {
    report({ what: 'line', name }, 0);
    return true;
  }
  const whole = tagFrom(text)?.length === text.trimEnd().length;
  const same = names.find((one) => one.toLowerCase() === name.toLowerCase());
  const near = same ?? (/^[A-Z]/.test(name) ? closest(name, names) : undefined);
  const isClosing = text.startsWith('</');
  if (near === undefined && (isClosing || !whole || !/^[A-Z]/.test(name))) return false;
  if (same === undefined && !whole) return false;
  report({ what: 'unknown', name, known: names, ...(near !== undefined && { suggestion: near }) }, isClosing ? 2 : 1);
  return true;
}

/** A tag in the middle of a line. */
function judgeInline(line: string, at: number, report: Report): void {
  const found = new RegExp(`</?(${names.join('|')})(?=[\\s>/])`).exec(line);
  if (found) report(at, found.index + 1, { what: 'line', name: found[1] as string });
}

function judgeAttributes(
  { name, attributes }: Tag & { readonly name: keyof typeof components },
  report: (args: ProblemArgs['component']) => void,
): void {
  const known: readonly string[] = components[name];
  for (const [attribute, value] of attributes) {
    if (!known.includes(attribute)) report({ what: 'attribute', name, value: attribute, known });
    else if (attribute === 'type' && !calloutTypes.some((type) => type === value.toLowerCase())) {
      const near = closest(value, calloutTypes);
      report({ what: 'type', name, value, known: calloutTypes, ...(near !== undefined && { suggestion: near }) });
    } else if (attribute === 'url' && !/^https?:\/\//i.test(value)) report({ what: 'url', name, value });
  }
}

const mdxRule: Rule = {
  ids: ['mdx-code'],
  run(graph: Graph, report) {
    for (const entry of graph.entries) {
      if (!/\.mdx$/i.test(entry.file)) continue;
      for (const [at, line] of proseLines(entry).entries()) {
        const word = /^(import|export)(?=[\s{*])/.exec(line)?.[1] as 'import' | 'export' | undefined;
        const brace = line.search(/(?<!\\)\{/);
        if (word === undefined && brace === -1) continue;
        const place = { path: entry.path, line: entry.bodyLine + at, column: word ? 1 : brace + 1 };
        report(problemAt(place, { rule: 'mdx-code', args: { what: word ?? 'expression' } }));
      }
    }
  },
};

export const componentRules: readonly Rule[] = [componentRule, mdxRule];
