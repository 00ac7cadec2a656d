/** EDGE: a result → what is shown of it. Everything that comes from content or an address is set as text. */
import type { Hit } from '#search';
import { languageOf } from '../../language.ts';
import { feedbackUrl } from '../../take-part.ts';
import { copyText } from '../clipboard.ts';
import { button, element, link } from '../elements.ts';
import { fill, type SearchSettings, type SearchStrings } from '../strings.ts';

/** Says of an element with a text from content in which language it is, where that is not the page's. */
export function inItsLanguage<E extends HTMLElement>(made: E): E {
  const language = languageOf(made.textContent);
  if (language !== undefined && language !== document.documentElement.lang) made.lang = language;
  return made;
}

/** Kind, state, day and products, as on the lists. */
export function badgesOf({ kind, card }: Hit): HTMLElement {
  const badges = (card?.badges ?? []).map(({ text, tone }) => element('span', `badge ${tone}`, text));
  const soft = [card?.day, card?.products.join(' · ')].flatMap((text) => (text ? element('span', 'soft', text) : []));
  return element('span', 'badges', element('span', 'badge', kind), ...badges, ...soft);
}

/** Two or three lines that answer: what it is, where the words stand, for which plans. */
export function linesOf({ card, lead = '', excerpt }: Hit, strings: SearchStrings): HTMLElement[] {
  const [whole, piece] = [textOf(lead), textOf(excerpt).replace(/^…|…$/g, '')];
  const saidAlready = whole !== '' && (whole.includes(piece) || piece.startsWith(whole));
  const lines = [
    inItsLanguage(element('p', 'says', ...marked(lead))),
    inItsLanguage(element('p', 'excerpt', ...marked(saidAlready ? '' : excerpt))),
  ];
  if (card && card.plans.length > 0)
    lines.push(element('p', 'plans', `${strings.plans}${strings.colon}${card.plans.join(' · ')}`));
  return lines.filter((line) => line.textContent !== '');
}

const signs: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&amp;': '&' };

/** The core's escaped text with `<mark>`, without ever being read as HTML. */
function marked(html: string): Node[] {
  return html.split(/<\/?mark>/).map((piece, index) => {
    const text = document.createTextNode(piece.replace(/&(?:lt|gt|amp);/g, (sign) => signs[sign] as string));
    return index % 2 === 1 ? element('mark', '', text) : text;
  });
}

function textOf(html: string): string {
  return element('p', '', ...marked(html)).textContent;
}

/** Copies the talk track of a result, where it has one. */
export function copyButton({ card }: Hit, strings: SearchStrings): HTMLButtonElement | undefined {
  const { talk } = card ?? {};
  if (talk === undefined) return undefined;
  const made = button(strings.copyTalk, 'pill copy', async () => {
    await copyText(talk);
    made.textContent = strings.copied;
    setTimeout(() => {
      made.textContent = strings.copyTalk;
    }, 2000);
  });
  return made;
}

/** What helps when nothing was found: words that look alike, the glossary, and a way to ask for the page. */
export function helpFor(
  query: string,
  closest: readonly string[],
  settings: SearchSettings,
  search: (query: string) => void,
): HTMLElement {
  const { strings, glossary, feedback } = settings;
  const help = element('div', 'help');
  if (closest.length > 0)
    help.append(
      element('p', 'soft', strings.closest),
      element('p', 'choices', ...closest.map((word) => button(word, 'pill', () => search(word)))),
    );
  const links = [
    ...(glossary ? [link(glossary, strings.glossary)] : []),
    ...(feedback ? [link(requestHref(feedback, query, strings), strings.request)] : []),
  ];
  if (links.length > 0) help.append(element('p', 'choices', ...links));
  return help;
}

/** The team's address with the query filled in. */
function requestHref(feedback: string, query: string, strings: SearchStrings): string {
  return feedbackUrl(feedback, fill(strings.requestSubject, { query }), fill(strings.requestBody, { query }));
}
