/** What the portal's pages may use of the core. Pages import `#core` and nothing else of it. */
export { isOnGitHub, newFileUrl } from './authoring/link.ts';
export type { Locale } from './config.ts';
export { entriesOf, find, type Graph, pointingAt } from './graph/graph.ts';
export { entryRoute } from './graph/routes.ts';
export { newsDay, releaseStatus, requestStatus, staleness, toldReleases } from './graph/state.ts';
export { daysBetween } from './graph/time.ts';
export { gapsIn, type TraceKind, traceKinds, traceOf } from './graph/trace.ts';
export { levelOf } from './graph/visibility.ts';
export { docs } from './i18n/docs.ts';
export { type Messages, messages } from './i18n/index.ts';
export { badgesOf, dayOf, leadOf, productsOf } from './labels.ts';
export type { AnyEntry, Entry } from './load/entry.ts';
export { type Section, sectionsOf } from './load/sections.ts';
export { currentPortal, type Portal } from './portal.ts';
export { pageRenderer } from './render/html.ts';
export type { Field, Reference, Shape } from './schema/fields.ts';
export { type Kind, kindNames, kinds } from './schema/index.ts';
