/** What the Action says besides problems and messages. */
export const action = {
  checked: 'Content check',
  searched: 'Search',
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
  failedSearch:
    'Search answers what people ask worse than recorded, or the queries cannot be read. The job summary says which; `kairanban search --judge FILE --record` keeps the new results if that is right.',
  unknownInput: (name: string, value: string, expected: string) =>
    `Unexpected \`${value}\` in \`${name}\`, expected ${expected}.`,
  baseMissing: (sha: string, why: string) =>
    `Cannot read the commit ${sha} to compare with: ${why}. Give actions/checkout \`fetch-depth: 0\` if this goes on.`,
  noRepository: (why: string) =>
    `Cannot compare with an earlier commit: ${why}. Run \`actions/checkout\` in a step before this one.`,
  notCheckedOut: (folder: string) =>
    `Cannot find the content folder \`${folder}\`, nor a Git repository here; run \`actions/checkout\` in a step before this one.`,
  contentMissing: (folder: string) =>
    `Cannot find the content folder \`${folder}\`; name it with the input \`content:\`, or make one with a Markdown file in \`releases/\`.`,
  badEvent: (path: string) =>
    `Cannot read the event \`${path}\` as a JSON object; going on as if there were no earlier commit.`,
  /** Why a commit could not be read; `summary --range` and `check --changed-since` say it too. */
  gitFailed: (
    what: 'no-git' | 'no-repository' | 'no-commit' | 'no-merge-base' | 'failed',
    name: string,
    detail: string,
  ): string => {
    const said = {
      'no-git': 'git cannot be run',
      'no-repository': `\`${name}\` is in no Git repository`,
      'no-commit': `there is no commit \`${name}\``,
      'no-merge-base': `it has no commit in common with this checkout; in a shallow clone, fetch more of the history`,
      failed: `\`${name}\` failed`,
    }[what];
    return detail === '' ? said : `${said} (${detail})`;
  },
};
