/** What other engines reach on the files of the search bench, as its README has it (November 2026). */

export interface Peer {
  readonly name: string;
  /** recall@1, recall@5, MRR, share without result, phrases and hiragana @5; what was not measured is left out. */
  readonly figures: readonly (number | undefined)[];
}

export const peers: { readonly [set: string]: readonly Peer[] } = {
  'ja-docs': [
    { name: 'stock Pagefind, as the bench measured it', figures: [0.558, 0.77, 0.646, 0.034, 0.78, 0.02] },
    { name: 'MiniSearch, default tokens', figures: [0.338, 0.401, 0.366, 0.517, 0.136, 0] },
    { name: 'MiniSearch + `Intl.Segmenter`', figures: [0.488, 0.691, 0.572, 0.017, 0.356, 0.04] },
    { name: 'FlexSearch + `Intl.Segmenter`', figures: [0.415, 0.659, 0.518, 0.017, 0.476, 0.05] },
    { name: 'lunr + tiny-segmenter', figures: [0.511, 0.66, 0.575, 0.107, 0.52, 0.01] },
    { name: 'Orama, Japanese tokenizer', figures: [0.27, 0.467, 0.365, 0.017, 0.136, 0.02] },
    { name: 'Orama, bigrams', figures: [0.637, 0.759, 0.692, 0.028, 0.932, 0.02] },
    { name: 'character-bigram BM25', figures: [0.692, 0.846, 0.757, 0.029, 0.968, 0.02] },
    { name: 'IPADIC BM25', figures: [0.538, 0.74, 0.624, 0.062, 0.66, 0] },
  ],
  'ja-intents': [
    { name: 'stock Pagefind, as the bench measured it', figures: [0.09, 0.11] },
    { name: 'MiniSearch + `Intl.Segmenter`', figures: [0.2, 0.41] },
    { name: 'character-bigram BM25', figures: [0.29, 0.53] },
  ],
};
