/** `portal.accent` and `portal.logo`: what a portal can show of them. What cannot be used counts as not written. */
import type { Config } from '../config.ts';
import { readable, readColor } from '../schema/color.ts';
import { type FieldReport, fieldName } from '../schema/read-fields.ts';

/** The configuration with an accent that can be read, in one form. */
export function withAccent(config: Config, report: FieldReport): Config {
  const { accent, ...portal } = config.portal;
  if (accent === undefined) return config;
  const color = readColor(accent) as string;
  const clear = readable(color, 'light');
  if (clear === color) return { ...config, portal: { ...portal, accent: color } };
  const path = ['portal', 'accent'];
  const expected = { what: 'contrast' } as const;
  const args = { field: fieldName(path), value: accent, expected, suggestion: `'${clear}'` };
  report({ rule: 'bad-value', args }, path, 'value');
  return { ...config, portal };
}

/** The configuration without a logo that is not in the content folder; `files` are the paths of all that are. */
export function withLogo(config: Config, files: readonly string[] | undefined, report: FieldReport): Config {
  const { logo, ...portal } = config.portal;
  if (logo === undefined || !files || files.includes(logo.normalize('NFC'))) return config;
  const path = ['portal', 'logo'];
  const args = { field: fieldName(path), value: logo, expected: { what: 'picture' } } as const;
  report({ rule: 'bad-value', args }, path, 'value');
  return { ...config, portal };
}
