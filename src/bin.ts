#!/usr/bin/env node
/** EDGE: says what is needed where Node.js is too old to run the rest. */
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (major > 22 || (major === 22 && minor >= 12)) {
  // V8's last compiler costs runs of a few seconds more than it gains: a tenth of `check` at 1,000 and at 10,000 files.
  process.getBuiltinModule('node:v8').setFlagsFromString('--no-opt');
  // Compiled code is kept for the next run, which starts sooner: most of `check` on a small folder is starting.
  process.getBuiltinModule('node:module').enableCompileCache();
  await import('./cli.ts');
} else {
  const { locales } = await import('./config.ts');
  const { messages } = await import('./i18n/index.ts');
  for (const locale of locales) process.stderr.write(`${messages(locale).cli.nodeTooOld(process.versions.node)}\n`);
  process.exitCode = 2;
}
