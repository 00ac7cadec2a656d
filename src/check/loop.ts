/** What the loop from request to goal asks of each of its entries. */
import { entriesOf, type Graph, pointingAt, targets } from '../graph/graph.ts';
import { releaseStatus, underEmbargo } from '../graph/state.ts';
import { type AnyEntry, type Entry, placeOf } from '../load/entry.ts';
import { allRoles, headedIn } from '../load/sections.ts';
import { problemAt } from '../problem.ts';
import { fieldName } from '../schema/read-fields.ts';
import type { Rule } from './rule.ts';

/** A release that somebody is told of says to each what it means for them. */
const releaseSections: Rule = {
  ids: ['audience-section', 'sales-section'],
  run(graph, report) {
    for (const release of entriesOf(graph, 'release')) {
      const { fields } = release;
      // A digest needs no sections, and what was taken back is not sold.
      if (fields.draft || fields.tier === 3 || fields.status === 'withdrawn') continue;
      const entry = release as AnyEntry;
      const headed = headedIn(release, graph.config);
      for (const [index, audience] of (fields.audiences ?? []).entries()) {
        const headings = graph.config.audiences[audience]?.headings ?? [];
        if (headings.length === 0 || headed.audiences.has(audience)) continue;
        const place = placeOf(entry, ['audiences', index]);
        report(problemAt(place, { rule: 'audience-section', args: { audience, headings } }));
      }
      if (fields.tier !== 1 || !(fields.audiences ?? ['sales']).includes('sales')) continue;
      for (const part of ['talkTrack', 'doNotPromise'] as const) {
        if (headed.roles.has(part)) continue;
        const args = { headings: allRoles[part], depth: part === 'talkTrack' ? 3 : 2 };
        report(problemAt(placeOf(entry, ['tier']), { rule: 'sales-section', args }));
      }
    }
  },
};

/** Status, day and embargo of a release tell one story. */
const releaseDates: Rule = {
  ids: ['status-date'],
  run(graph, report) {
    for (const release of entriesOf(graph, 'release')) {
      const { status, date, announceAt } = release.fields;
      const what =
        status === 'released' && date > graph.today
          ? 'released-later'
          : status === 'planned' && date < graph.today
            ? 'planned-past'
            : announceAt !== undefined && status === 'withdrawn' && underEmbargo(release as AnyEntry, graph.now)
              ? 'withdrawn-embargo'
              : undefined;
      if (what === undefined) continue;
      const place = placeOf(release as AnyEntry, ['status']);
      report(problemAt(place, { rule: 'status-date', args: { what, date } }));
    }
  },
};

/** What shipped has a release, and what is released has shipped. */
const shipping: Rule = {
  ids: ['prd-without-release', 'prd-not-shipped'],
  run(graph, report) {
    for (const prd of entriesOf(graph, 'prd')) {
      if (prd.fields.draft || prd.fields.status !== 'shipped') continue;
      if (pointingAt(graph, prd as AnyEntry, 'release').length > 0) continue;
      report(problemAt(placeOf(prd as AnyEntry, ['status']), { rule: 'prd-without-release', args: {} }));
    }
    for (const release of entriesOf(graph, 'release')) {
      if (release.fields.draft || releaseStatus(release, graph.today) !== 'released') continue;
      for (const prd of targets(graph, release as AnyEntry, 'prds')) {
        if (prd.kind !== 'prd' || prd.fields.status === undefined || prd.fields.status === 'shipped') continue;
        const args = { release: release.id, status: prd.fields.status };
        report(problemAt(placeOf(prd, ['status']), { rule: 'prd-not-shipped', args }));
      }
    }
  },
};

/** Whoever asked is owed an answer, and a weight its reason. */
const requests: Rule = {
  ids: ['declined-unexplained', 'weight-unexplained', 'weight-expired'],
  run(graph, report) {
    for (const request of entriesOf(graph, 'request')) {
      const entry = request as AnyEntry;
      const { status, voices } = request.fields;
      const missing = (['reason', 'reply'] as const).filter((field) => request.fields[field] === undefined);
      if (status === 'declined' && missing.length > 0)
        report(problemAt(placeOf(entry, ['status']), { rule: 'declined-unexplained', args: { missing } }));
      for (const [index, { weight }] of (voices ?? []).entries()) {
        if (!weight) continue;
        const path = ['voices', index, 'weight'];
        const left = (['pickedBy', 'reason', 'until'] as const).filter((field) => weight[field] === undefined);
        if (left.length > 0) {
          const args = { field: fieldName(path), missing: left };
          report(problemAt(placeOf(entry, path, 'key'), { rule: 'weight-unexplained', args }));
        }
        if (weight.until !== undefined && weight.until < graph.today) {
          const args = { field: fieldName(path), until: weight.until };
          report(problemAt(placeOf(entry, [...path, 'until']), { rule: 'weight-expired', args }));
        }
      }
    }
  },
};

/** A page of these kinds holds when product and customer success both say so. */
const agreement: Rule = {
  ids: ['not-agreed'],
  run(graph, report) {
    const shared = (['persona', 'journey', 'goal'] as const).flatMap(
      (kind): readonly Entry<'goal' | 'journey' | 'persona'>[] => entriesOf(graph, kind),
    );
    for (const entry of shared) {
      if (entry.fields.draft) continue;
      const missing = (['product', 'cs'] as const).filter((side) => entry.fields.agreedBy?.[side] === undefined);
      if (missing.length === 0) continue;
      const place = placeOf(entry as AnyEntry, ['agreedBy'], 'key');
      report(problemAt(place, { rule: 'not-agreed', args: { missing } }));
    }
  },
};

/** What a team makes is no goal that two teams can share: what customers get of it is. */
const output =
  /(リリース|機能|PRD|チケット|ストーリー|記事|ページ|資料|デプロイ|releases?|features?|tickets?|stor(?:y|ies)|pages?|PRDs?)(の|\s)*(数|本数|件数|回数|ポイント|shipped|released|written|points?|per\b)|(number|count) of (releases|features|tickets|stories|pages|PRDs)/i;

const outcome: Rule = {
  ids: ['output-goal'],
  run(graph, report) {
    for (const goal of entriesOf(graph, 'goal')) {
      const word = output.exec(goal.fields.title)?.[0];
      if (word === undefined) continue;
      report(problemAt(placeOf(goal as AnyEntry, ['title']), { rule: 'output-goal', args: { word } }));
    }
  },
};

/** What sales says, somebody of sales has read. */
const approval: Rule = {
  ids: ['not-approved'],
  run(graph, report) {
    for (const page of entriesOf(graph, 'enablement')) {
      const { approvedBy, draft } = page.fields;
      if (draft || isOfSales(graph, approvedBy)) continue;
      const place = placeOf(page as AnyEntry, ['approvedBy'], approvedBy === undefined ? 'key' : 'value');
      report(problemAt(place, { rule: 'not-approved', args: { ...(approvedBy && { approvedBy }) } }));
    }
  },
};

/** The team `sales`; where teams are declared and none is called so, any of them. */
function isOfSales(graph: Graph, person: string | undefined): boolean {
  const team = person?.split('/')[0];
  const { teams } = graph.config;
  return team === 'sales' || (team !== undefined && teams !== undefined && !Object.hasOwn(teams, 'sales'));
}

export const loopRules: readonly Rule[] = [
  releaseSections,
  releaseDates,
  shipping,
  requests,
  agreement,
  outcome,
  approval,
];
