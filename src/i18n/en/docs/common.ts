import type { CommonDocs } from '../../docs.ts';

export const common: CommonDocs = {
  title: [
    'The name of the page, on one line and in the words of its readers. Lists, search results and messages show it as it is.',
    'Shifts can be imported from CSV',
  ],
  summary: [
    'One or two sentences for lists and search results. Without it, the first paragraph of the text is used.',
    'Shift tables made by the shops no longer have to be typed in again.',
  ],
  owner: [
    'Who keeps the page true: `team/name` for a person, the id of a team for all of it, a list for several. Never an e-mail address.',
    '[product/mikuriya, pmm/okudaira]',
  ],
  products: [
    'Which products it is about, by their ids under `products` in `kairanban.yaml`. Without it, it counts for all of them.',
    '[attendance]',
  ],
  tags: ['Any words that help to find the page. May be left out.', '[shifts, CSV]'],
  visibility: [
    'Who may see it. Without it, people inside the company only; whoever decides to show it outside writes so here.',
    'public',
  ],
  updated: [
    'The day of the last change that readers should know of; a corrected typo is none. For a release, pages on how to sell it that were reviewed before this day become due for review.',
    '2026-11-16',
  ],
  reviewed: [
    'The day on which somebody last made sure that it is still right; that person changes it. Without it, nobody is warned that the page grew old.',
    '2026-11-16',
  ],
  reviewEvery: [
    'After how many days to look at it again. Without it, the interval of its kind under `review` in `kairanban.yaml` holds.',
    '90d',
  ],
  formerly: [
    'Ids (file names) that it had before. Write the old name here when you rename the file, and old links keep working.',
    '[2026-11-shift-csv]',
  ],
  draft: [
    'While it is `true`, neither the portal nor any message holds the page. Take the line out when you are done.',
    'true',
  ],
};
