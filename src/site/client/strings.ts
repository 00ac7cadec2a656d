/** What the browser says, put into the page by the build. Pieces in braces are filled in. */
export interface SearchStrings {
  readonly one: string;
  readonly many: string;
  readonly empty: string;
  readonly loading: string;
  readonly slow: string;
  readonly failed: string;
  readonly retry: string;
  readonly all: string;
  readonly recent: string;
  readonly forget: string;
  readonly closest: string;
  readonly glossary: string;
  readonly request: string;
  readonly requestSubject: string;
  readonly requestBody: string;
  readonly plans: string;
  readonly copyTalk: string;
  readonly copied: string;
  readonly colon: string;
}

/** What the page of search says besides: every page pays for what the dialog knows. */
export interface SearchPageStrings extends SearchStrings {
  readonly unfilter: string;
  readonly filter: string;
  readonly filtered: string;
  readonly facets: Readonly<Record<string, string>>;
  readonly talkTrack: string;
  readonly title: string;
}

/** What both search interfaces know of the portal. */
export interface SearchSettings<S extends SearchStrings = SearchStrings> {
  readonly base: string;
  readonly strings: S;
  /** The glossary's address, where there is one. */
  readonly glossary?: string;
  /** Where readers write to, see `portal.feedback`. */
  readonly feedback?: string;
}

export function settingsOf<S extends SearchStrings>(element: HTMLElement): SearchSettings<S> {
  return JSON.parse(element.dataset.search ?? '{}');
}

/** Puts values into the braces of a string. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (braces, name) => String(values[name] ?? braces));
}
