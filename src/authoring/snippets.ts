/** The templates of new pages as snippets of VS Code, for whoever writes in an editor. */
import type { Config, Locale } from '../config.ts';
import { messages } from '../i18n/index.ts';
import { starterWords } from '../i18n/starter.ts';
import type { Field, Shape } from '../schema/fields.ts';
import { type Kind, kindNames, kinds } from '../schema/index.ts';
import { templateOf } from './template.ts';

/**
 * The text of a `.code-snippets` file with a page of every kind:
 * https://code.visualstudio.com/docs/editing/userdefinedsnippets
 */
export function snippetsOf(locale: Locale, config: Config): string {
  const { snippet } = starterWords(locale);
  const { kind: labels } = messages(locale).words;
  const all = kindNames.map((kind) => {
    const body = snippetOf(templateOf(kind, {}, { config, locale }), kind);
    const prefix = [...new Set([kind, labels[kind].toLowerCase()])];
    return [
      labels[kind],
      { prefix, description: snippet(labels[kind]), scope: 'markdown', isFileTemplate: true, body },
    ];
  });
  return `${JSON.stringify(Object.fromEntries(all), null, 2)}\n`;
}

/** The lines of a template, with a stop wherever its writer fills something in. */
function snippetOf(template: string, kind: Kind): string[] {
  const lines = template.trimEnd().split('\n');
  const end = lines.indexOf('---', 1);
  const shape: Shape = kinds[kind].fields;
  let stop = 0;
  const filled = lines.map((line, at) => {
    const [, indent, name = ''] = /^( *)(?:- )?(\w+): $/.exec(line) ?? [];
    if (at > end || indent === undefined) return line.replace(/[\\$}]/g, '\\$&');
    stop += 1;
    return line + stopFor(stop, indent === '' ? shape[name] : undefined);
  });
  return [...filled, '', '$0'];
}

/** A stop: one of the choices, today where there has to be a day, else a blank. */
function stopFor(stop: number, field: Field | undefined): string {
  if (field?.type === 'day' && field.required) return `\${${stop}:$CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE}`;
  if (field?.type !== 'choice') return `$${stop}`;
  // Who passes over a choice has chosen the first: what holds anyway, or nothing.
  const usual = String(field.default ?? ' ');
  const others = field.values.map(String).filter((value) => value !== usual);
  return `\${${stop}|${[usual, ...others].join(',')}|}`;
}
