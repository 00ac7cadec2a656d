/** What `kairanban init` wants to know, at most four questions: from flags, from a person, else what is usual. */

import type { Answers } from '../authoring/starter.ts';
import { type Config, type Locale, locales } from '../config.ts';
import { messages } from '../i18n/index.ts';
import { type StarterWords, starterWords } from '../i18n/starter.ts';
import { slug } from '../load/file-names.ts';
import { type Kind, kindNames } from '../schema/index.ts';
import { isId } from '../schema/read-scalar.ts';
import { askLine, askOne, askSome, canAsk, Stopped } from './ask.ts';
import type { CommonOptions } from './context.ts';
import { UsageError } from './usage.ts';

export interface AnswerOptions extends Pick<CommonOptions, 'lang'> {
  /** Whether to ask nothing. */
  readonly yes: boolean;
  readonly locale: Locale | undefined;
  readonly title: string | undefined;
  readonly products: string | undefined;
  readonly kinds: string | undefined;
}

/** What a team begins with; the other kinds come when they are wanted. */
const firstKinds: readonly Kind[] = ['release', 'request', 'prd'];

/**
 * The answers; `undefined` when the person would rather not go on. A configuration that is there has the word, and where
 * there are pages, there are no examples. Throws `UsageError` for flags that say nothing usable.
 */
export async function answersOf(
  options: AnswerOptions,
  configured: Config | undefined,
  hasPages: boolean,
): Promise<Answers | undefined> {
  const given = {
    title: options.title === undefined ? '' : oneLine(options.title),
    products: options.products === undefined ? undefined : readProducts(options.products),
    kinds: options.kinds === undefined ? undefined : readKinds(options.kinds),
  };
  const asks = !options.yes && canAsk();
  const answer = <A>(question: () => Promise<A>, usual: A) => (asks ? question() : usual);
  const usual = options.lang ?? 'ja';
  try {
    const locale =
      options.locale ??
      configured?.locale ??
      (await answer(() => askOne(starterWords(usual).questions.locale, languages, usual), usual));
    const { questions, title } = starterWords(locale);
    const { cli, words } = messages(locale);
    const choices = kindNames.map((value) => ({ value, label: words.kind[value] }));
    return {
      locale,
      title:
        configured?.title ??
        (given.title || oneLine(await answer(() => askLine(questions.title, title), title)) || title),
      products:
        configured?.products ??
        given.products ??
        readProducts(
          configured ? '' : await answer(() => askLine(questions.products, '', refuseProducts(questions)), ''),
        ),
      kinds: hasPages
        ? []
        : (given.kinds ??
          (await answer(() => askSome(questions.kinds + cli.newSome, choices, firstKinds), [...firstKinds]))),
    };
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
    return undefined;
  }
}

const languages = locales.map((value) => ({ value, label: starterWords(value).language }));

/** `payroll=給与計算, 勤怠管理`: names, by ids of their own or made of them. Throws `UsageError`. */
function readProducts(text: string): Record<string, string> {
  const products = listOf(text).map((part) => {
    const [, id, name = part] = /^([^=＝]*)[=＝](.*)$/.exec(part) ?? [];
    const product = [(id ?? slug(part.toLowerCase())).trim(), oneLine(name)] as const;
    if (isId(product[0]) && product[1] !== '') return product;
    throw new UsageError(({ cli }) => cli.badOption('--products', part, cli.formLike(cli.productsExample)));
  });
  return Object.fromEntries(products);
}

function readKinds(text: string): Kind[] {
  return listOf(text).map((part) => {
    const kind = kindNames.find((name) => name === part);
    if (kind === undefined) throw new UsageError(({ cli }) => cli.badOption('--kinds', part, cli.oneOf(kindNames)));
    return kind;
  });
}

/** Says what an answer should look like that names no products. */
function refuseProducts({ badProducts }: StarterWords['questions']) {
  return (text: string) => {
    try {
      readProducts(text);
      return undefined;
    } catch {
      return badProducts;
    }
  };
}

function listOf(text: string): string[] {
  return [
    ...new Set(
      text
        .split(/[,、，]/)
        .map(oneLine)
        .filter(Boolean),
    ),
  ];
}

/** A text without what a title cannot have: line breaks, and characters that nobody sees. */
function oneLine(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\s\p{C}\p{Z}]+/gu, ' ')
    .trim();
}
