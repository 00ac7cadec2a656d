/** The Markdown twins of all pages but those of entries. */
import { pageContext } from '../context.ts';
import { type Twin, twinOf, twinsOf } from '../twins.ts';

export function getStaticPaths() {
  return twinsOf(pageContext()).map(({ path, view }) => ({ params: { twin: path }, props: { view } }));
}

export function GET({ props, url }: { readonly props: Pick<Twin, 'view'>; readonly url: URL }): Response {
  const type = url.pathname.endsWith('.md') ? 'text/markdown' : 'text/plain';
  const text = twinOf(pageContext(), props.view)?.();
  return new Response(text, { headers: { 'content-type': `${type}; charset=utf-8` } });
}
