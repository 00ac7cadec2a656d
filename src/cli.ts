#!/usr/bin/env node
/** EDGE: argv, environment, clock and streams → one command → exit code. */
import { setFlagsFromString } from 'node:v8';
import packageJson from '../package.json' with { type: 'json' };
import type { Io } from './commands/context.ts';
import { askedLanguage } from './commands/options.ts';
import { openMemories } from './commands/remember.ts';
import { run } from './commands/run.ts';
import { UsageError } from './commands/usage.ts';
import { messages } from './i18n/index.ts';
import type { Source } from './load/read.ts';

const argv = process.argv.slice(2);
const lang = askedLanguage(argv, process.env);
const words = messages(lang ?? 'ja');

// In this order: asking the stream opens it, and where that is a pipe loads what there is for sockets.
const watched = process.env.CI === undefined && process.stderr.isTTY === true;
const noColor = process.env.NO_COLOR !== undefined && process.env.NO_COLOR !== '';

/** Whether nothing takes time but the reading of pages. */
const isReading = argv[0] === 'check' || argv[0] === 'summary';

const io: Io = {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  progress: (text) => watched && process.stderr.write(`\r\u001b[2K${text}`),
  color: process.stdout.isTTY === true && !noColor,
};

// A reader such as `head` may close the pipe early; that is no error of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

try {
  const memories = openMemories(import.meta.dirname, isReading ? 'reading' : 'building');
  const { of, ofPortal: rememberPortal } = memories;
  const remember = (source: Source) => {
    const memory = of(source);
    // Few pages are read before V8 has compiled how: a tenth of the run, in other threads, that nobody gets back.
    if (isReading && source.files.length < 200) setFlagsFromString('--no-maglev');
    return memory;
  };
  const setting = { now: Date.now(), lang, version: packageJson.version, remember, rememberPortal };
  process.exitCode = await run(argv, setting, io);
  memories.keep();
} catch (error) {
  io.progress('');
  if (error instanceof UsageError) {
    io.err(`${error.say(words)}\n`);
    process.exitCode = 2;
  } else {
    io.err(`${words.cli.bug(error instanceof Error ? (error.stack ?? error.message) : String(error))}\n`);
    process.exitCode = 70;
  }
}
