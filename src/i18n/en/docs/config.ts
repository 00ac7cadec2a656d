import type { Docs } from '../../docs.ts';
import { reviewDocs, ruleDocs } from '../../docs-each.ts';
import { rules } from '../rules.ts';
import { words } from '../words.ts';

export const config: Docs['config'] = {
  about:
    'The one configuration file: the name of the site, the lists of products and teams, the audiences, how strict the checks are. Everything works without it; ids in other files are checked against a list only once the list is written. Kept by whoever keeps the words in order: sales operations, product marketing.',
  fields: {
    schemaVersion: ['The version of the form of this file. May be left out.', '1'],
    title: ['The name of the portal, at the top of every page and in messages.', 'Hoshizora knowledge'],
    locale: ['The language of the portal and its messages: `ja` Japanese, `en` English.', 'en'],
    timeZone: ['The name of the time zone that decides what day it is today.', 'Asia/Tokyo'],
    portal: ['Where the portal is, and where its links lead.'],
    'portal.url': [
      'The address of the portal, so that messages link to its pages. Without it, they hold no links.',
      'https://portal.example.com',
    ],
    'portal.feedback': [
      'Where readers say that a page is wrong, or ask for one that search does not find: an e-mail or web address. What they searched for is filled in, in a web address as `title` and `body`, as the issue forms of GitHub take it. Without it, and in a portal for partners or the public, there is no such link.',
      'mailto:pmm@example.com',
    ],
    'portal.edit': [
      'The address at which files are edited, up to the content folder. With one on GitHub, new pages can be begun from the portal too. Without it, there is no link to edit a page.',
      'https://git.example.com/hoshizora/knowledge/edit/main/content',
    ],
    'portal.logo': [
      'A picture in the content folder that stands before the name: SVG, PNG, JPEG or WebP.',
      'brand/logo.svg',
    ],
    'portal.accent': [
      'The colour of links and buttons, in quotation marks. It must be dark enough to be read; lighter shades and those of the dark theme come of it.',
      "'#0b6e4f'",
    ],
    'portal.home': [
      'What the first page shows, in this order: `new` releases since the last visit, `todo` what is to be done, `selling` sales pages, `loop` what is stuck, `all` every list. Without it, all of them.',
      '[new, todo, all]',
    ],
    products: [
      'The products: their ids, and the names that readers see.',
      '{ payroll: Payroll, attendance: Attendance }',
    ],
    plans: ['The plans: their ids, and the names that readers see.', '{ standard: Standard, pro: Pro }'],
    segments: [
      'The sizes of customers: their ids, and the names that readers see.',
      '{ smb: Small, enterprise: Large }',
    ],
    teams: [
      'The teams: their ids, and the names that readers see. The first half of `team/name` in `owner` and the like is checked against it.',
      '{ product: Product, sales: Sales }',
    ],
    audiences: [
      'The audiences by their ids. sales, cs, marketing, product, executive and customer exist without being written: write only what is different.',
    ],
    'audiences.label': ['The name that readers see. Without it, the usual name, or the id.', 'Sales'],
    'audiences.level': [
      'What may be shown to this audience: public for customer, internal for the others, also for one of your own.',
      'internal',
    ],
    'audiences.headings': ['The headings of the sections that are for this audience.', '[For sales, 営業向け]'],
    'audiences.budget': ['How much should reach this audience in a week at most; what is too much is not read.'],
    'audiences.budget.items': ['The number of items.', '8'],
    'audiences.budget.characters': ['The number of characters.', '3000'],
    channels: ['The names of the places that are told. Addresses of webhooks and other secrets do not belong here.'],
    'channels.name': ['A name of its own.', 'sales-payroll'],
    'channels.type': ['By what means.', 'slack'],
    'channels.audience': ['Who is told, by the id of an audience.', 'sales'],
    'channels.products': ['News of which products. Without it, of all of them.', '[payroll]'],
    review: [
      'After how many days since `reviewed` a page is due for review, by kind. Without it: 90 days for enablement, 180 for cases, personas and journeys, never for the others.',
    ],
    ...reviewDocs((kind) => [`Interval for the kind: ${words.kind[kind]}.`, '90d']),
    rules: ['How strict the checks are: `off`, `warning` or `error`. What is not written stays as it is.'],
    ...ruleDocs(
      (rule, severity) => `${rules[rule]} Without it, ${{ error: 'an error', warning: 'a warning' }[severity]}.`,
    ),
    import: ['How to read files that come from other tools.'],
    'import.fields': [
      'Names of fields: theirs, and ours; `list` stands for our list of the same name.',
      '{ authors: owner }',
    ],
    'import.unknownFields': ['What to do about a field that we do not know.', 'warn'],
    'import.ids': [
      'What the id of a page is: the `name` of its file, or its `path`, where files in several folders have one name: `2024-R1-uk` for `releases/2024/R1/uk.md`. Without it, the name.',
      'path',
    ],
  },
  example: {
    path: 'kairanban.yaml',
    text: `title: Hoshizora knowledge
locale: en
portal:
  url: https://portal.example.com
  feedback: mailto:pmm@example.com
products:
  payroll: Payroll
  attendance: Attendance
plans:
  standard: Standard
  pro: Pro
segments:
  mid: Medium (100 to 499)
  enterprise: Large (500 and above)
teams:
  product: Product
  pmm: Product marketing
  sales: Sales
  cs: Customer success
audiences:
  sales:
    label: Sales
    headings: [For sales, 営業向け]
    budget: { items: 8, characters: 3000 }
channels:
  - { name: sales-payroll, type: slack, audience: sales, products: [payroll] }
review:
  enablement: 90d
rules:
  stale-page: warning
`,
  },
};
