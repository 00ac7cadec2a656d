/** What keeps front matter from being read as YAML. */
import type { YamlReason } from '../../problem.ts';
import { code } from '../code.ts';

export const yaml: { readonly [R in YamlReason]: (detail: string) => string } = {
  tab: () => 'Unexpected tab, expected spaces: lines are indented with spaces only.',
  'duplicate-key': (detail) => `Unexpected second ${code(detail)}, expected every name once; merge the two.`,
  colon: () => 'Unexpected colon, expected `field: value` with a half-width colon and a space behind it.',
  'value-colon': () => 'Unexpected colon and space in a value, expected quotes around the value.',
  indent: () =>
    'Unexpected indentation, expected fields at the left edge and what belongs to them two (half-width) spaces in.',
  dash: () => 'Unexpected mark, expected each item of a list on its own line behind a half-width `-` and a space.',
  continued: () =>
    'Unexpected line that is no field; if it goes on with the line above, join the two or indent this one with spaces.',
  both: (detail) => `Unexpected second value of ${code(detail)}, both behind its colon and below; keep one of the two.`,
  person: () => 'Unexpected `@` before a name, expected `team/name` such as `product/yamada`.',
  quote: () =>
    'Unexpected quotation mark or `\\`, expected one mark at each end of the value and none of its kind between.',
  flow: () => 'Unexpected list, expected it on one line such as `[one, two]`: commas between, each bracket closed.',
  character: () => 'Unexpected special character such as `@`, `#` or `[`, expected quotes around the value.',
  depth: () => 'Unexpected depth, expected at most 20 levels of nesting.',
  conflict: () =>
    'Unexpected mark of a merge that Git could not decide; keep one side and delete the lines `<<<<<<<`, `=======` and `>>>>>>>`.',
  other: (detail) =>
    detail === 'control'
      ? 'Unexpected invisible character (a control character); delete it, or type the line again.'
      : `Cannot read this as YAML (${detail}); expected lines such as \`title: Something\`.`,
};
