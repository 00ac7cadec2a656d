/** What the Action says besides problems and messages. */
export const action = {
  checked: 'Content check',
  place: 'Place',
  problem: 'Problem',
  more: (count: number) => `… and ${count} more; \`kairanban check\` shows all.`,
  changedRules: (rules: readonly string[]) =>
    `This change sets other severities for ${rules.join(', ')}; it was judged by those of its base.`,
  outcome: {
    'nothing-due': 'This push made no release due: nothing to tell.',
    'no-base': 'There is no earlier commit to compare with, so nothing was posted. This is everything that is out:',
    'no-channel': 'Not posted: no `slack-webhook-url` is set, or only the summary was asked for.',
    'dry-run': 'Dry run: this would be posted.',
    sent: 'Posted to Slack.',
    failed: (detail: string) => `Slack did not take the message (${detail}). Here it is, to be posted by hand:`,
  },
  failedDelivery: (detail: string) => `Slack did not take the message (${detail}); its text is in the job summary.`,
  failedCheck: (errors: number, warnings: number) =>
    `The content check found ${errors} errors and ${warnings} warnings.`,
  unknownInput: (name: string, value: string, expected: string) =>
    `Unexpected \`${value}\` in \`${name}\`, expected ${expected}.`,
  baseMissing: (sha: string) =>
    `The commit ${sha} before this push cannot be read; give actions/checkout \`fetch-depth: 0\` if this goes on.`,
};
