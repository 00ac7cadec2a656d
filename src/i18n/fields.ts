/** What fields are called. */
import type { Kind, kinds } from '../schema/index.ts';

type Names<S> = { [N in keyof S]: N | Inner<S[N]> }[keyof S];
type Inner<F> = F extends { type: 'list'; of: infer I }
  ? Inner<I>
  : F extends { type: 'group'; shape: infer S }
    ? Names<S>
    : never;

/**
 * The name of every field of every kind, at any depth, so that one without a label does not compile; with its path, one
 * that means something else there than in other places.
 */
export type FieldName = { [K in Kind]: Names<(typeof kinds)[K]['fields']> }[Kind] | 'actions.by';
