/** What the body of an entry points at must be there, and be told to those who cannot see it. */
import { posix } from 'node:path';
import type { Graph } from '../graph/graph.ts';
import { linkRoute, resolveLink } from '../graph/routes.ts';
import { anchorsOf, type BodyLink, linksOf } from '../load/body.ts';
import type { AnyEntry } from '../load/entry.ts';
import { type ProblemArgs, problemAt } from '../problem.ts';
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
        if (broken) report(problemAt(place, { rule: 'broken-link', args: { ...broken, href: readable(broken.href) } }));
      }
    }
  },
};

/** Everything in a text that may be an address, and an empty one for a picture that may lack its words. */
function suspects(body: string): string[] {
  const inline = body.includes('](') ? body.matchAll(/\]\(\s*<?([^\s)>]+)/g) : [];
  const defined = body.includes(']:') ? body.matchAll(/^ {0,3}\[[^\]]{1,999}\]:\s*<?([^\s>]+)/gm) : [];
  const hrefs = [...inline, ...defined].map(([, href = '']) => href);
  return body.includes('![') && /!\[\s*\]/.test(body) ? [...hrefs, ''] : hrefs;
}

/** Addresses of the web. */
function isElsewhere(href: string): boolean {
  return (!isLocal(href) && /^([a-z][a-z0-9+.-]*:|\/\/|\?)/i.test(href)) || href === '' || href === '#';
}

/** What only one computer has: `C:\…`, `file://…`, `/Users/…`. */
function isLocal(href: string): boolean {
  return /^([a-z]:|file:|\/(Users|home)\/)/i.test(href);
}

function brokenLink(
  graph: Graph,
  entry: AnyEntry,
  { href, alt }: Pick<BodyLink, 'href' | 'alt'>,
): ProblemArgs['broken-link'] | undefined {
  if (href.startsWith('#')) return brokenAnchor(entry, href);
  if (alt === undefined) {
    const page = resolveLink(graph, entry, href);
    if (page) return brokenAnchor(page, href);
    if (linkRoute(graph, entry, href) !== undefined) return undefined;
  }
  let path: string;
  try {
    path = decodeURIComponent(href.replace(/[?#].*$/s, '')).normalize('NFC');
  } catch {
    return { href, what: 'missing' };
  }
  if (isLocal(href)) {
    const copy = namesake(graph, path.replace(/^.*[\\/]/s, ''));
    return { href, what: 'local', ...(copy && { suggestion: posix.relative(posix.dirname(entry.file), copy) }) };
  }
  // Counted from the repository or the portal: what is there besides the entries is not known.
  if (path.startsWith('/')) return undefined;
  const target = posix.join(posix.dirname(entry.file), path);
  if (target.startsWith('../')) return { href, what: 'outside' };
  if (graph.files.has(target) || graph.folders.has(target.replace(/\/$/, ''))) return undefined;
  const near = nearestFile(graph, target);
  return { href, what: 'missing', ...(near && { suggestion: posix.relative(posix.dirname(entry.file), near) }) };
}

const anchors = new WeakMap<AnyEntry, readonly string[]>();

/** A place on a page that is not there. */
function brokenAnchor(page: AnyEntry, href: string): ProblemArgs['broken-link'] | undefined {
  const at = href.indexOf('#');
  if (at < 0 || at === href.length - 1) return undefined;
  let id: string;
  try {
    id = decodeURIComponent(href.slice(at + 1));
  } catch {
    return { href, what: 'anchor' };
  }
  const ids = anchors.get(page) ?? anchorsOf(page.body);
  anchors.set(page, ids);
  if (ids.includes(id)) return undefined;
  // Each is compared with every heading; a page of so many is no page that somebody wrote.
  const near = ids.length > 200 ? undefined : closest(id, ids);
  const known = ids.map((one) => `#${one}`);
  return { href, what: 'anchor', ...(near === undefined ? { known } : { suggestion: href.slice(0, at + 1) + near }) };
}

/** An address as people write it, its Japanese not in percent signs. */
function readable(href: string): string {
  try {
    return decodeURI(href);
  } catch {
    return href;
  }
}

/** A file of a name, wherever it is. */
function namesake(graph: Graph, name: string): string | undefined {
  return [...graph.files].find((file) => posix.basename(file) === name);
}

/** A file of the same name in another folder, or of almost the same name in the same one. */
function nearestFile(graph: Graph, target: string): string | undefined {
  const [name, folder] = [posix.basename(target), posix.dirname(target)];
  const elsewhere = namesake(graph, name);
  if (elsewhere !== undefined) return elsewhere;
  const stem = (path: string) => posix.basename(path, posix.extname(path));
  const beside = [...graph.files].filter((file) => posix.dirname(file) === folder);
  const near = closest(stem(name), beside.map(stem));
  return beside.find((file) => stem(file) === near);
}

export const linkRules: readonly Rule[] = [bodyLinks];
