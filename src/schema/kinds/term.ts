import { group, line, list, required } from '../fields.ts';
import { kind } from '../kind.ts';

/** A word of the glossary. */
export const term = kind({
  folder: 'terms',
  fields: {
    /** How it is read, in kana: the glossary is in that order. */
    reading: line(),
    /** Other spellings and words for it, used by search. */
    aliases: list(line()),
    /** Spellings that checks warn about. */
    avoid: list(line()),
    metric: group({ formula: required(line()), unit: line() }),
  },
});
