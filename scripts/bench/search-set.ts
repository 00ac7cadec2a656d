/** Files of pages and judged queries, as the search bench has them. */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { Document } from '../../src/search/documents.ts';
import type { Judged } from '../../src/search/judge.ts';

export interface Doc {
  readonly id: number;
  readonly title: string;
  readonly headings: readonly string[];
  readonly text: string;
  readonly type?: string;
}

export interface JudgedQuery extends Judged<string> {
  readonly category: string;
}

export interface SearchSet {
  readonly docs: readonly Doc[];
  readonly queries: readonly JudgedQuery[];
  readonly glossary: readonly (readonly string[])[];
}

/** Reads a file, compressed or not; the queries may stand in another. */
export function readSet(path: string, queries = path): SearchSet {
  const set = readJson(path);
  const glossary = set.glossary ?? [];
  const groups = Array.isArray(glossary) ? glossary : Object.values(glossary);
  const judged: readonly RawQuery[] = readJson(queries).queries;
  return {
    docs: set.docs,
    glossary: groups,
    queries: judged.map(({ query, relevant, category }) => ({ query, pages: relevant.map(urlOf), category })),
  };
}

function readJson(path: string) {
  const raw = readFileSync(path);
  return JSON.parse((path.endsWith('.gz') ? gunzipSync(raw) : raw).toString('utf8'));
}

interface RawQuery {
  readonly query: string;
  /** Ids of pages that answer; none when finding nothing is right. */
  readonly relevant: readonly number[];
  readonly category: string;
}

/** The address of a page. */
export function urlOf(id: number): string {
  return `/${id}/`;
}

/** A page as we index it. */
export function documentOf({ id, title, headings, text, type }: Doc): Document {
  const anchors = headings.map((heading, index) => [heading, `h${index}`] as const);
  return { url: urlOf(id), title, kind: type ?? '', tags: type ?? '', headings: anchors, text, boost: 0 };
}

/** The same page as stock Pagefind finds it in a built site. */
export function htmlOf({ title, headings, text, type }: Doc): string {
  const escaped = (written: string) => written.replace(/&/g, '&amp;').replace(/</g, '&lt;');
  const paragraphs = [type ?? '', ...text.split('\n')].map((line) => `<p>${escaped(line)}</p>`).join('');
  const parts = headings.map((heading) => `<h2>${escaped(heading)}</h2>`).join('');
  const name = escaped(title);
  return `<html lang="ja"><head><title>${name}</title></head><body><main><h1>${name}</h1>${parts}${paragraphs}</main></body></html>`;
}
