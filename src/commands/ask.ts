/** EDGE: questions to a person at a terminal. They are shown on standard error: standard output is for results. */
import { isCancel, multiselect, select, text } from '@clack/prompts';

/** The person would rather not go on. */
export class Stopped extends Error {}

export interface Choice<V extends string> {
  readonly value: V;
  readonly label: string;
}

/** Whether somebody is there to answer. */
export function canAsk(): boolean {
  return process.stdin.isTTY === true && process.stderr.isTTY === true && process.env.CI === undefined;
}

const output = process.stderr;

/** Asks for a line; an empty answer is `fallback`. `refuse` says what is wrong with an answer. */
export async function askLine(
  message: string,
  fallback: string,
  refuse: (answer: string) => string | undefined = () => undefined,
): Promise<string> {
  const validate = (answer: string | undefined) => refuse(answer ?? '');
  const options = { message, placeholder: fallback, defaultValue: fallback, validate, output };
  return answered((signal) => text({ ...options, signal }));
}

/** The library says how to choose in English only. */
const showInstructions = false;

/** Asks for one of several. */
export async function askOne<V extends string>(
  message: string,
  choices: readonly Choice<V>[],
  initialValue: V,
): Promise<V> {
  const options = { message, options: [...choices], initialValue, showInstructions, output };
  return (await answered((signal) => select<string>({ ...options, signal }))) as V;
}

/** Asks for any number of several. The message says that they are chosen with the space bar. */
export async function askSome<V extends string>(
  message: string,
  choices: readonly Choice<V>[],
  initialValues: readonly V[],
): Promise<V[]> {
  const shown = { message, options: [...choices], initialValues: [...initialValues], showInstructions, output };
  return (await answered((signal) => multiselect<string>({ ...shown, required: false, signal }))) as V[];
}

/**
 * The answer to a question. Throws `Stopped` when it is cancelled, and when the input ends, by Ctrl+D or with the
 * terminal: the library then waits without anything to wait for.
 */
async function answered<A>(ask: (signal: AbortSignal) => Promise<A>): Promise<Exclude<A, symbol>> {
  const left = new AbortController();
  let turn: NodeJS.Immediate | undefined;
  // The library stops reading after an answer too, which is here before this has its turn.
  const leave = () => {
    turn = setImmediate(() => left.abort());
  };
  process.stdin.once('pause', leave);
  try {
    const answer = process.stdin.readableEnded ? undefined : await ask(left.signal);
    if (answer === undefined || isCancel(answer)) throw new Stopped();
    return answer as Exclude<A, symbol>;
  } finally {
    process.stdin.off('pause', leave);
    clearImmediate(turn);
  }
}
