/** Content that tries a layout: titles of 200 characters, words without an end, texts from right to left. */

/** 200 characters without a space. */
const longTitle = '締め日の翌営業日に全拠点の勤怠を確定できるようにするための'.repeat(7).slice(0, 200);
const longWord = `https://example.com/${'Donaudampfschifffahrtsgesellschaft'.repeat(5)}`;
const latinTitle = 'Incomprehensibilities '.repeat(10).slice(0, 200).trim();
const rightToLeft = 'تقرير الرواتب الشهري (CSV) — גיליון נוכחות 2026!';

const body = `
## 概要

${longWord} と ${rightToLeft} と \`${longWord}\`

> ${longTitle}

| ${longWord} | ${rightToLeft} |
| --- | --- |
| ${longTitle} | ${longWord} |

\`\`\`
${longWord}${longWord}
\`\`\`

1. ${rightToLeft}
   - ${longWord}

## 営業向け

### トークトラック

${longWord}${longTitle}

### 約束しないこと

- ${longWord}
- ${rightToLeft}
`;

const titles = [longTitle, longWord, latinTitle, rightToLeft];

const page = (title: string, fields: string) =>
  `---\ntitle: ${JSON.stringify(title)}\nsummary: ${JSON.stringify(`${longWord} ${longTitle}`)}\n${fields}---\n${body}`;

/** Of each kind a page for each way to be hard to place, linked with those of the same way. */
export function hostileContent(): { readonly [path: string]: string } {
  const files: Record<string, string> = {
    'content/kairanban.yaml': `title: ${JSON.stringify(longTitle)}
portal: { url: https://portal.example.com, feedback: "mailto:pmm@example.com", edit: https://git.example.com/o/r/edit/main/content }
products: { p: ${JSON.stringify(longWord)} }
plans: { a: ${JSON.stringify(longTitle)} }
segments: { s: ${JSON.stringify(longWord)} }
teams: { t: ${JSON.stringify(longTitle)} }
`,
  };
  for (const [at, title] of titles.entries()) {
    const add = (folder: string, fields: string) => {
      files[`content/${folder}/${folder}-${at}.md`] = page(title, `products: [p]\nowner: [t/someone]\n${fields}`);
    };
    const text = JSON.stringify(title);
    add('releases', `date: 2026-11-1${at}\ntier: 1\nplans: [a]\nprds: [prds-${at}]\ntags: [${text}]\n`);
    add(
      'enablement',
      `type: talk-track\nreleases: [releases-${at}]\npersonas: [personas-${at}]\nreviewed: 2026-11-01\n`,
    );
    add(
      'cases',
      `customer: ${text}\nconsent: internal\nreleases: [releases-${at}]\nresults: [{ measure: ${text}, before: ${text}, after: ${text}, unit: ${text} }]\n`,
    );
    add(
      'prds',
      `status: delivery\nrequests: [requests-${at}]\ngoal: goals-${at}\nhorizon: 2026Q4\nteam: t\nconfidence: low\njourney: journeys-${at}\nevidence: [{ kind: ${text}, n: 3, note: ${text} }]\n`,
    );
    add(
      'requests',
      `source: sales\nraised: 2026-10-01\nwanted: ${text}\nvoices: [{ quote: ${text}, date: 2026-10-01 }]\n`,
    );
    add('insights', `type: interview\ndate: 2026-10-0${at + 1}\ninforms: ["request:requests-${at}"]\n`);
    add(
      'goals',
      `unit: ${text}\nbaseline: 1\ntarget: 1234567890.5\nreadings: [{ date: 2026-09-01, value: 1 }, { date: 2026-10-01, value: 1234567890 }]\n`,
    );
    add('personas', `role: ${text}\npains: [${text}]\nwants: [${text}]\n`);
    add(
      'journeys',
      `persona: personas-${at}\nstages: [{ id: one, title: ${text}, goal: ${text}, actions: [{ who: ${text}, when: ${text}, what: ${text} }], gaps: [{ id: g, text: ${text} }] }]\n`,
    );
    add('terms', `aliases: [${text}]\navoid: [${text}]\nmetric: { formula: ${text}, unit: ${text} }\n`);
  }
  files['content/accounts/accounts.csv'] = `id,title,status,segment\n${titles
    .map((title, at) => `account-${at},${JSON.stringify(title)},customer,s\n`)
    .join('')}`;
  return files;
}
