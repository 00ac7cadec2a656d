/** The text of `kairanban.yaml` → the configuration. What cannot be used of it is reported and counts as not written. */
import { type Config, completeConfig, configShape, defaultTimeZone } from '../config.ts';
import { type Problem, problemAt } from '../problem.ts';
import { guards, kindNames, kinds } from '../schema/index.ts';
import { type FieldReport, fieldName, readFields } from '../schema/read-fields.ts';
import { walkFields } from '../schema/walk.ts';
import { suggestion } from '../suggest.ts';
import { placeOf } from './entry.ts';
import { foldName } from './from-elsewhere.ts';
import { isLocated, readYaml } from './front-matter.ts';
import { idsMeant, labelsIn } from './listed.ts';
import { withAccent, withLogo } from './load-theme.ts';

/**
 * Reads the configuration, if there is one; `path` is how the user knows the file. `files` are the paths of all files in
 * the content folder, where they are known.
 */
export function loadConfig(
  path: string,
  text: string | undefined,
  report: (problem: Problem) => void,
  files?: readonly string[],
): Config {
  if (text === undefined) return completeConfig({});
  const raw = readYaml(text);
  if (isLocated(raw)) {
    report(problemAt({ path, line: raw.line, column: raw.column }, raw.finding));
    return completeConfig({});
  }
  const source = { path, origin: { type: 'page', yaml: text } } as const;
  const say: FieldReport = (finding, where, want) => report(problemAt(placeOf(source, where, want), finding));
  const written = readFields(configShape, raw, say);
  const config = withAccent(withLogo(withImport(completeConfig(written), say), files, say), say);
  checkChannels(config, written, path, say);
  const { timeZone } = config;
  if (timeZone === defaultTimeZone || isTimeZone(timeZone)) return config;
  const near = suggestion(timeZone, Intl.supportedValuesOf('timeZone'));
  const args = { field: 'timeZone', value: timeZone, expected: { what: 'time-zone' }, ...near } as const;
  say({ rule: 'bad-value', args }, ['timeZone'], 'value');
  return { ...config, timeZone: defaultTimeZone };
}

/** A configuration with the severities of another. */
export function judgedBy(config: Config, held: Config): Config {
  const judged = { ...config, rules: held.rules };
  if (!config.import) return judged;
  const { unknownFields: _own, ...rest } = config.import;
  const { unknownFields } = held.import ?? {};
  return { ...judged, import: { ...rest, ...(unknownFields && { unknownFields }) } };
}

/** The configuration without the mappings of `import.fields` that nobody may write; what is wrong with them is reported. */
function withImport(config: Config, report: FieldReport): Config {
  const { fields } = config.import ?? {};
  if (!fields) return config;
  const known = [...new Set(kindNames.flatMap((kind) => Object.keys(kinds[kind].fields)))];
  // `tags: list` says that their `tags` is our list of that name.
  const named = Object.entries(fields).map(([theirs, ours]) => [theirs, ours === 'list' ? theirs : ours] as const);
  const kept = named.filter(([theirs, ours]) => {
    const where = ['import', 'fields', theirs];
    if (!known.includes(ours)) {
      const args = { field: ours, known, ...suggestion(ours, known) };
      report({ rule: 'unknown-field', args }, where, 'value');
    }
    const guard = guards.find((name) => foldName(name) === foldName(theirs));
    if (guard === undefined || guard === ours) return true;
    const args = { field: fieldName(where), value: ours, expected: { what: 'choice', values: [guard] } } as const;
    report({ rule: 'bad-value', args }, where, 'value');
    return false;
  });
  return { ...config, import: { ...config.import, fields: Object.fromEntries(kept) } };
}

/** Channels name audiences and products that must be there, and each has a name of its own. */
function checkChannels(config: Config, written: Record<string, unknown>, path: string, report: FieldReport): void {
  const names = new Set<string>();
  walkFields(configShape, written, (field, value, where) => {
    const text = String(value);
    if (where[0] !== 'channels') return;
    if (where.at(-1) === 'name') {
      if (names.has(text)) report({ rule: 'duplicate-id', args: { id: text, other: path } }, where, 'value');
      names.add(text);
    }
    const list = field.type === 'listed' ? field.lists[0] : undefined;
    const known = Object.keys((list && config[list]) ?? {});
    if (list === undefined || config[list] === undefined || known.includes(text)) return;
    const meant = idsMeant(text, config, [list], list === 'products');
    const labels = labelsIn(config, [list]);
    const args = { field: fieldName(where), id: text, list, known, labels, ...(meant && { suggestion: meant }) };
    report({ rule: 'unknown-id', args }, where, 'value');
  });
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
