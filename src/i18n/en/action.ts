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
    failed: (why: string) => `The message was not posted to Slack. ${why} Here it is, to be posted by hand:`,
  },
  older: (count: number) =>
    `Releases that are more than 30 days old were taken for history and not posted: ${count}. They are in the portal.`,
  coming: (count: number) => `Releases whose day is still to come: ${count}. The first push after that day tells them.`,
  shortJson: (count: number) =>
    `The output \`summary-json\` lacks ${count} of these releases: GitHub keeps 1 MB. \`kairanban summary --format json\` gives all of them.`,
  failedDelivery: (why: string) => `The message was not posted to Slack. ${why} Its text is in the job summary.`,
  /** Why a message did not arrive, and what to do about it; `detail` is what the server or the system said. */
  undelivered: (
    what:
      | 'no-address'
      | 'no-https'
      | 'no-connection'
      | 'no-answer'
      | 'redirect'
      | 'busy'
      | 'refused'
      | 'no-webhook'
      | 'no-channel'
      | 'archived'
      | 'prohibited'
      | 'bad-message',
    detail: string,
  ): string => {
    const secret = 'the secret SLACK_WEBHOOK_URL (the input `slack-webhook-url`)';
    const said = detail === '' ? '' : ` (${detail})`;
    return {
      'no-address': `What is in ${secret} is no web address; put the address of a Slack incoming webhook there, without quotation marks or blanks.`,
      'no-https': `The address in ${secret} does not begin with \`https://\`; put that of a Slack incoming webhook there.`,
      'no-connection': `No connection came about${said}: check the address in ${secret} and the runner’s network, and run the job again.`,
      'no-answer': `The message was sent and not answered${said}, so it may have arrived. Look into the channel; run the job again only if it is not there.`,
      redirect: `The address leads elsewhere${said}, where nothing is sent: put the address that Slack shows for the webhook into ${secret}.`,
      busy: `Slack is busy or out of order${said}: run the job again later.`,
      refused: `Slack refused it${said}: check the address in ${secret}.`,
      'no-webhook': `Slack does not know the webhook, or it was switched off${said}: make another in Slack and put its address into ${secret}.`,
      'no-channel': `Whom or where the webhook posts to is no longer there${said}: make a webhook for another channel and put its address into ${secret}.`,
      archived: `The channel is archived${said}: bring it back, or make a webhook for another and put its address into ${secret}.`,
      prohibited: `The administrators of the Slack workspace do not let it post there${said}: ask them, or make a webhook for another channel.`,
      'bad-message': `Slack does not understand the message${said}. This is a bug in kairanban; its report is welcome, with the text in the job summary.`,
    }[what];
  },
  failedCheck: (errors: number, warnings: number) =>
    `The content check found ${errors} errors and ${warnings} warnings.`,
  postedAlready: ' The message is posted all the same; running this job again would post it again.',
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
