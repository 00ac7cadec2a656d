/** What the body of an entry points at must be there, and be told to those who cannot see it. */
import { posix } from 'node:path';
import type { Graph } from '../graph/graph.ts';
import { linkRoute } from '../graph/routes.ts';
import { type BodyLink, linksOf } from '../load/body.ts';
import type { AnyEntry } from '../load/entry.ts';
import { problemAt } from '../problem.ts';
import { closest } from '../suggest.ts';
import type { Rule } from './rule.ts';

const bodyLinks: Rule = {
  ids: ['broken-link', 'missing-alt'],
  run(graph, report) {
    for (const entry of graph.entries) {
      // Parsing is most of the work, and most pages have no address that could be wrong.
      if (
        !suspects(entry.body).some((href) => href === '' || (!isElsewhere(href) && brokenLink(graph, entry, { href })))
      )
        continue;
      for (const link of linksOf(entry.body)) {
        const place = { path: entry.path, line: entry.bodyLine + link.line, column: link.column + 1 };
        if (link.alt?.trim() === '') report(problemAt(place, { rule: 'missing-alt', args: {} }));
        const broken = isElsewhere(link.href) ? undefined : brokenLink(graph, entry, link);
        if (broken) report(problemAt(place, { rule: 'broken-link', args: broken }));
      }
    }
  },
};

/** Everything in a text that may be an address, and an empty one for a picture that may lack its words. */
function suspects(body: string): string[] {
  if (!body.includes(']')) return [];
  const addresses = body.matchAll(/\]\(\s*<?([^\s)>]*)|^ {0,3}\[[^\]]+\]:\s*<?([^\s>]+)/gm);
  const hrefs = [...addresses].map(([, inline, defined]) => inline ?? defined ?? '').filter((href) => href !== '');
  return /!\[\s*\]/.test(body) ? [...hrefs, ''] : hrefs;
}

/** Addresses of the web, and places on the same page. */
function isElsewhere(href: string): boolean {
  return /^([a-z][a-z0-9+.-]*:|\/\/|#|\?)/i.test(href) || href === '';
}

function brokenLink(
  graph: Graph,
  entry: AnyEntry,
  { href, alt }: Pick<BodyLink, 'href' | 'alt'>,
): { href: string; what: 'missing' | 'outside'; suggestion?: string } | undefined {
  let path: string;
  try {
    path = decodeURIComponent(href.replace(/[?#].*$/s, '')).normalize('NFC');
  } catch {
    return { href, what: 'missing' };
  }
  if (linkRoute(graph, entry, href) !== undefined && alt === undefined) return undefined;
  // Counted from the repository or the portal: what is there besides the entries is not known.
  if (path.startsWith('/')) return undefined;
  const target = posix.join(posix.dirname(entry.file), path);
  if (target.startsWith('../')) return { href, what: 'outside' };
  if (graph.files.has(target) || graph.folders.has(target.replace(/\/$/, ''))) return undefined;
  const near = nearestFile(graph, target);
  return { href, what: 'missing', ...(near && { suggestion: posix.relative(posix.dirname(entry.file), near) }) };
}

/** A file of the same name in another folder, or of almost the same name in the same one. */
function nearestFile(graph: Graph, target: string): string | undefined {
  const [name, folder] = [posix.basename(target), posix.dirname(target)];
  const files = [...graph.files];
  const elsewhere = files.find((file) => posix.basename(file) === name);
  if (elsewhere !== undefined) return elsewhere;
  const stem = (path: string) => posix.basename(path, posix.extname(path));
  const beside = files.filter((file) => posix.dirname(file) === folder);
  const near = closest(stem(name), beside.map(stem));
  return beside.find((file) => stem(file) === near);
}

export const linkRules: readonly Rule[] = [bodyLinks];
