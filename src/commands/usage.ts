/** Something the user asked for in a way that cannot be done: exit code 2 and one sentence. */
import type { Messages } from '../i18n/index.ts';

/** The sentences live in `i18n`; the error carries which one and with what. */
export class UsageError extends Error {
  readonly say: (words: Messages) => string;
  constructor(say: (words: Messages) => string) {
    super('usage');
    this.say = say;
  }
}
