/** An editor with YAML support: the language server of VS Code's extension, as a process. */
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { onTestFinished } from 'vitest';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node';
import { cleanEnv } from './process.ts';

interface Diagnostic {
  readonly message: string;
  readonly range: { readonly start: { readonly line: number } };
}

export interface YamlEditor {
  /** Opens a file with a text, whatever the disk holds, and gives what is marked in it. */
  open(file: string, text: string): Promise<readonly Diagnostic[]>;
  /** What is shown when one points there. */
  hover(file: string, line: number, character: number): Promise<string>;
  /** What is offered there: the fields, each with its explanation. */
  complete(file: string, line: number, character: number): Promise<ReadonlyMap<string, string>>;
}

const server = join(
  dirname(createRequire(import.meta.url).resolve('yaml-language-server/package.json')),
  'bin',
  'yaml-language-server',
);

/** Nothing is asked of the network: the server would look for schemas in a catalogue. */
const settings = {
  yaml: { validate: true, hover: true, completion: true, schemaStore: { enable: false } },
  http: { proxy: '', proxyStrictSSL: false },
};

/** Starts the server; it ends with the test. */
export async function openYamlEditor(): Promise<YamlEditor> {
  const child = spawn(process.execPath, [server, '--stdio'], { env: cleanEnv(), stdio: ['pipe', 'pipe', 'ignore'] });
  const connection = createMessageConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  onTestFinished(() => {
    connection.dispose();
    child.kill();
  });
  const waiting = new Map<string, (found: readonly Diagnostic[]) => void>();
  connection.onRequest('workspace/configuration', ({ items }: { items: readonly { section?: string }[] }) =>
    items.map(({ section = '' }) => (settings as { readonly [name: string]: unknown })[section] ?? null),
  );
  connection.onRequest('client/registerCapability', () => null);
  connection.onNotification(
    'textDocument/publishDiagnostics',
    ({ uri, diagnostics }: { uri: string; diagnostics: readonly Diagnostic[] }) => waiting.get(uri)?.(diagnostics),
  );
  connection.listen();
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: null,
    capabilities: { workspace: { configuration: true }, textDocument: { hover: {}, completion: {} } },
  });
  await connection.sendNotification('initialized', {});
  const at = (file: string, line: number, character: number) => ({
    textDocument: { uri: pathToFileURL(file).href },
    position: { line, character },
  });
  return {
    open(file, text) {
      const uri = pathToFileURL(file).href;
      const found = new Promise<readonly Diagnostic[]>((resolve) => waiting.set(uri, resolve));
      const textDocument = { uri, languageId: 'yaml', version: 1, text };
      return connection.sendNotification('textDocument/didOpen', { textDocument }).then(() => found);
    },
    async hover(file, line, character) {
      return JSON.stringify(await connection.sendRequest('textDocument/hover', at(file, line, character)));
    },
    async complete(file, line, character) {
      const offered = await connection.sendRequest('textDocument/completion', at(file, line, character));
      const { items } = offered as { items: readonly { label: string; documentation?: unknown }[] };
      return new Map(items.map(({ label, documentation }) => [label, JSON.stringify(documentation)]));
    },
  };
}
