/** What SARIF's JSON Schema says of a text, and what is read from it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { root } from './process.ts';

export interface SarifResult {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: string;
  readonly message: { readonly text: string };
  readonly locations: readonly {
    readonly physicalLocation: {
      readonly artifactLocation: { readonly uri: string; readonly uriBaseId?: string };
      readonly region: { readonly startLine: number; readonly startColumn: number };
    };
  }[];
  readonly partialFingerprints: { readonly [name: string]: string };
}

export interface SarifRun {
  readonly tool: {
    readonly driver: { readonly version: string; readonly rules: readonly Rule[] };
  };
  readonly invocations?: readonly {
    readonly toolExecutionNotifications: readonly { readonly message: { readonly text: string } }[];
  }[];
  readonly results: readonly SarifResult[];
}

interface Rule {
  readonly id: string;
  readonly shortDescription: { readonly text: string };
  readonly defaultConfiguration: { readonly level: string };
}

/** Characters and percent signs as RFC 3986 has them in a relative or absolute address. */
const address = /^(?:[\w\-.~:/?#[\]@!$&'()*+,;=]|%[0-9A-F]{2})*$/i;
const formats = { uri: (text: string) => address.test(text) && URL.canParse(text), 'uri-reference': address };

const schema = JSON.parse(readFileSync(join(root, 'tests', 'fixtures', 'sarif', 'schema.json'), 'utf8'));
const validate = new Ajv({ formats, strict: false, allErrors: true }).compile(schema);

/** Reads a text as SARIF with one run. Throws with all that the schema has against it. */
export function readSarif(text: string): SarifRun {
  const log = JSON.parse(text) as { runs: [SarifRun] };
  if (!validate(log)) throw new Error(JSON.stringify(validate.errors, null, 2));
  return log.runs[0];
}
