/** The text of `--help`. */
import type { Messages } from '../i18n/index.ts';
import { type CommandName, commandNames, commands, optionsOf } from './options.ts';

/** What `kairanban --help` prints. */
export function generalHelp({ cli }: Messages): string {
  const { help } = cli;
  const rows = commandNames.map((name) => [usageOf(name), help.command[name]] as const);
  return [
    help.intro,
    block(help.usage, ['kairanban COMMAND [OPTIONS]']),
    block(help.commands, columns(rows)),
    block(help.examples, ['kairanban check', 'kairanban summary --audience sales --last 7d', 'kairanban build']),
    help.more,
    help.exit,
    '',
  ].join('\n\n');
}

/** What `kairanban COMMAND --help` prints. */
export function commandHelp(command: CommandName, { cli }: Messages): string {
  const { help } = cli;
  const rows = optionsOf(command).map(({ name, spec }) => {
    const values = spec.values ? `: ${spec.values.join(' | ')}` : '';
    const fallback = spec.default === undefined ? '' : ` (${help.default(spec.default)})`;
    return [`--${spec.flag}${spec.value ? ` ${spec.value}` : ''}`, `${help.option[name]}${values}${fallback}`] as const;
  });
  return [
    help.command[command],
    block(help.usage, [`kairanban ${usageOf(command)} [OPTIONS]`]),
    block(help.options, columns(rows)),
    block(help.examples, commands[command].examples),
    '',
  ].join('\n\n');
}

function usageOf(command: CommandName): string {
  return [command, ...commands[command].arguments].join(' ');
}

function block(title: string, lines: readonly string[]): string {
  return [`${title}:`, ...lines.map((line) => `  ${line}`)].join('\n');
}

/** Two columns; the left one is ASCII, so its width is its length. */
function columns(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...rows.map(([left]) => left.length)) + 2;
  return rows.map(([left, right]) => left.padEnd(width) + right);
}
