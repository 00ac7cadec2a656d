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
  return answered(await text({ message, placeholder: fallback, defaultValue: fallback, validate, output }));
}

/** The library says how to choose in English only. */
const showInstructions = false;

/** Asks for one of several. */
export async function askOne<V extends string>(
  message: string,
  choices: readonly Choice<V>[],
  initialValue: V,
): Promise<V> {
  return answered(
    await select<string>({ message, options: [...choices], initialValue, showInstructions, output }),
  ) as V;
}

/** Asks for any number of several. The message says that they are chosen with the space bar. */
export async function askSome<V extends string>(
  message: string,
  choices: readonly Choice<V>[],
  initialValues: readonly V[],
): Promise<V[]> {
  const options = { message, options: [...choices], initialValues: [...initialValues], required: false };
  return answered(await multiselect<string>({ ...options, showInstructions, output })) as V[];
}

function answered<A>(answer: A): Exclude<A, symbol> {
  if (isCancel(answer)) throw new Stopped();
  return answer as Exclude<A, symbol>;
}
