/** What every page needs: the portal, its words, its addresses. */
import { type AnyEntry, currentPortal, entryRoute, type Kind, kinds, type Locale, messages, type Portal } from '#core';
import { languageOf, languageOfHtml } from './language.ts';
import { isInside } from './write.ts';

export interface PageContext extends Portal {
  readonly words: ReturnType<typeof messages>;
  /** The address of a path below the portal's root. */
  readonly to: (path: string) => string;
  readonly toEntry: (entry: AnyEntry) => string;
  readonly toKind: (kind: Kind) => string;
  /** The language of a text, or of HTML, for `lang`: nothing where it is that of the portal, or cannot be told. */
  readonly lang: (text: string) => Locale | undefined;
  readonly langOfHtml: (html: string) => Locale | undefined;
}

/** The context of the portal being built. */
export function pageContext(): PageContext {
  const portal = currentPortal();
  const to = (path: string) => portal.base + path;
  const other = (language: Locale | undefined) => (language === portal.locale ? undefined : language);
  return {
    ...portal,
    words: messages(portal.locale),
    to,
    toEntry: (entry) => to(entryRoute(entry)),
    toKind: (kind) => to(`${kinds[kind].folder}/`),
    lang: (text) => other(languageOf(text)),
    langOfHtml: (html) => other(languageOfHtml(html)),
  };
}

/** Where readers say what is missing or wrong, if `kairanban.yaml` says so; not told to outsiders. */
export function feedbackOf(context: PageContext): string | undefined {
  const { feedback } = context.graph.config.portal;
  return isInside(context) && feedback !== undefined && /^(https?:|mailto:)/.test(feedback) ? feedback : undefined;
}
