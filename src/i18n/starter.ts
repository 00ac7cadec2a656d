/** The words of `kairanban init`, apart from all others: only that command has to load them. */
import type { Locale } from '../config.ts';
import { starter as en } from './en/starter.ts';
import { starter as ja } from './ja/starter.ts';

export type StarterWords = typeof en;

const all: { readonly [L in Locale]: StarterWords } = { ja, en };

export function starterWords(locale: Locale): StarterWords {
  return all[locale];
}
