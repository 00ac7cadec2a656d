/** EDGE: asks the worker, the last question only, and says how it goes. */
import type { Choice, FacetCount, Hit } from '#search';
import { afterPresses } from './presses.ts';

export interface Question {
  readonly query: string;
  /** What is shown of the answers, and whether to count what there is to choose. */
  readonly choice?: Choice;
  /** Which of the answers are wanted. */
  readonly from: number;
  readonly limit: number;
}

export interface Ask extends Question {
  readonly id: number;
}

export type ToWorker = Ask | { readonly base: string };

export interface Answer {
  readonly query: string;
  /** How many pages answer. */
  readonly total: number;
  readonly hits: readonly Hit[];
  /** The place of the first of `hits` among all: an answer comes in parts. */
  readonly from: number;
  /** Whether these are only pages known already that have what was asked for: the answer is still to come. */
  readonly guess: boolean;
  /** Whether this is the last part. */
  readonly done: boolean;
  readonly counts?: readonly FacetCount[];
  readonly closest?: readonly string[];
}

export type Reply = (Answer & { readonly id: number }) | { readonly failed: true };

export interface Listener {
  readonly answered: (answer: Answer) => void;
  readonly slow: () => void;
  readonly failed: () => void;
}

/** So many results are shown at once; the others follow. They are the ones that were loaded to be compared. */
export const firstHits = 5;

/** After so many milliseconds it is said that it takes long; after so many it is taken for failed. */
const patience = { slow: 1500, failed: 20_000 } as const;

/** Pauses before what failed is tried again by itself, in milliseconds. */
const pauses = [1000, 3000, 8000, 20_000] as const;

export class Searcher {
  private readonly base: string;
  private readonly listener: Listener;
  private worker: Worker | undefined;
  private asked: Ask | undefined;
  private lastId = 0;
  private failures = 0;
  private timers: number[] = [];
  private readonly afterPresses = afterPresses();

  constructor(base: string, listener: Listener) {
    this.base = base;
    this.listener = listener;
    addEventListener('online', () => this.retry());
  }

  /** Loads what a first question needs. */
  warm(): void {
    if (this.worker) return;
    const worker = new Worker(new URL('../search-worker.ts', import.meta.url), { type: 'module' });
    worker.addEventListener('message', ({ data }: MessageEvent<Reply>) => {
      this.afterPresses(() => {
        if (worker !== this.worker) return;
        if ('failed' in data) this.fail();
        else this.take(data);
      });
    });
    worker.addEventListener('error', () => {
      if (worker === this.worker) this.fail();
    });
    worker.postMessage({ base: this.base } satisfies ToWorker);
    this.worker = worker;
  }

  /** The answer to an earlier question is not told any more. */
  ask(question: Question): void {
    this.warm();
    this.asked = { ...question, id: ++this.lastId };
    this.worker?.postMessage(this.asked satisfies ToWorker);
    this.wait();
  }

  /** Forgets the question that is on its way. */
  drop(): void {
    this.asked = undefined;
    this.wait();
  }

  /** Asks again what could not be answered. */
  retry(): void {
    if (this.asked && !this.worker) this.ask(this.asked);
  }

  private take({ id, ...answer }: Answer & { readonly id: number }): void {
    if (id !== this.asked?.id) return;
    if (answer.guess) {
      this.listener.answered(answer);
      return;
    }
    this.failures = 0;
    if (answer.done) this.asked = undefined;
    this.wait();
    this.listener.answered(answer);
  }

  private wait(): void {
    for (const timer of this.timers) clearTimeout(timer);
    this.timers = this.asked
      ? [setTimeout(this.listener.slow, patience.slow), setTimeout(() => this.fail(), patience.failed)].map(Number)
      : [];
  }

  /** A worker that failed is given up: a new one loads everything anew. */
  private fail(): void {
    this.worker?.terminate();
    this.worker = undefined;
    const waiting = this.asked;
    for (const timer of this.timers) clearTimeout(timer);
    if (!waiting) return;
    this.listener.failed();
    const pause = pauses[this.failures++];
    this.timers = pause === undefined ? [] : [Number(setTimeout(() => this.retry(), pause))];
  }
}
