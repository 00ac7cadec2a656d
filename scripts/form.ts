import type { Locale } from '../src/config.ts';
import { docs } from '../src/i18n/docs.ts';
import { messages } from '../src/i18n/index.ts';
import type { Field, RefKind } from '../src/schema/fields.ts';
import { labelOf } from './described.ts';

/** How a value of a field is written, as Markdown for a cell of a table. */
export function formOf(field: Field, path: string, locale: Locale): string {
  const { reference } = docs(locale);
  const { kind } = messages(locale).words;
  switch (field.type) {
    case 'list': {
      const form = formOf(field.of, path, locale);
      if (field.of.type === 'group') return field.csv ? `${form} ${reference.form.csv}` : form;
      return `${form}<br>${reference.several}`;
    }
    case 'map':
      return field.of.type === 'group' ? reference.form.group : reference.map(formOf(field.of, path, locale));
    case 'choice':
      return (field.values as readonly (string | number)[])
        .map((value) => [`\`${value}\``, labelOf(locale, path, value)].filter((part) => part !== undefined).join(' '))
        .join('<br>');
    case 'listed':
      return reference.listed(field.lists);
    case 'ref': {
      if (field.kinds.length > 1) return reference.prefixed(field.kinds.map((name) => `\`${name}:\``));
      const name = kind[field.kinds[0] as RefKind];
      return field.part ? reference.part(name) : reference.ref(name);
    }
    case 'text':
      return reference.form[field.form ?? (field.oneLine ? 'line' : 'text')];
    default:
      return reference.form[field.type];
  }
}
