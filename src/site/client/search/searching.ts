/** EDGE: a searcher that says in a line of the page how it goes. */
import { button } from '../elements.ts';
import type { SearchSettings } from '../strings.ts';
import { type Answer, Searcher } from './searcher.ts';

export interface Searching {
  readonly searcher: Searcher;
  /** Puts something into the line. */
  readonly say: (...what: (string | Node)[]) => void;
}

/** `status` is the line; what is `answered` says for itself. */
export function searching(
  { base, strings }: SearchSettings,
  status: HTMLElement,
  answered: (answer: Answer) => void,
): Searching {
  const say = (...what: (string | Node)[]) => status.replaceChildren(...what);
  const searcher: Searcher = new Searcher(base, {
    answered,
    slow: () => say(strings.slow),
    failed: () =>
      say(
        strings.failed,
        ' ',
        button(strings.retry, '', () => searcher.retry()),
      ),
  });
  return { searcher, say };
}
