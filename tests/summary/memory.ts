/** Content written in a test, brought to a summary by the real loader, checks, graph and visibility. */
import { messageLevel, openSource, tellableGraph } from '../../src/commands/context.ts';
import type { Graph } from '../../src/graph/graph.ts';
import { toldReleases } from '../../src/graph/state.ts';
import { messages } from '../../src/i18n/index.ts';
import { type Period, type Summary, summarise } from '../../src/summary/summary.ts';

export const now = Date.parse('2026-11-21T09:00+09:00');
export const ja = messages('ja');
export const en = messages('en');

export interface Files {
  readonly [path: string]: string;
}

const bytes = new TextEncoder();

/** What may be told at a level, as of `at`. A broken file fails the test unless `broken` says otherwise. */
export function graphOf(files: Files, audience = 'sales', at = now): Graph {
  const source = {
    folder: 'content',
    files: Object.entries(files).map(([path, text]) => ({ path, content: bytes.encode(text) })),
    missing: false,
  };
  const workspace = openSource(source, { now: at });
  const errors = workspace.problems.filter((problem) => problem.severity === 'error');
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  return tellableGraph(workspace, messageLevel(workspace.graph, audience, 'internal'));
}

/** A summary of everything that an audience may be told; for the period `release`, of all that there is. */
export function summaryOf(files: Files, audience = 'sales', period: Period = { type: 'due' }): Summary {
  const graph = graphOf(files, audience);
  const all = graph.entries.filter((entry) => entry.kind === 'release');
  const releases = period.type === 'release' ? all : toldReleases(graph, audience);
  const level = messageLevel(graph, audience, 'internal');
  return summarise(graph, level, audience, releases as ReturnType<typeof toldReleases>, period);
}

/** A page: front matter as lines, then its body. */
export function page(fields: string, body = ''): string {
  return `---\n${fields.trim()}\n---\n${body}`;
}

export const config = `
schemaVersion: 1
title: 見本
portal: { url: https://portal.example.com }
products: { payroll: 給与計算, attendance: 勤怠管理 }
plans: { standard: スタンダード, pro: プロ }
audiences: { sales: { label: 営業 } }
`;
