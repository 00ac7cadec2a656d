/** All releases as data, loaded when somebody narrows the list down. There is none without releases. */
import { currentPortal, entriesOf } from '#core';
import { pageContext } from '../../context.ts';
import { releaseData } from '../../releases-view.ts';

export function getStaticPaths() {
  return entriesOf(currentPortal().graph, 'release').length > 0 ? [{ params: { data: 'all' } }] : [];
}

export function GET(): Response {
  return Response.json(releaseData(pageContext()));
}
