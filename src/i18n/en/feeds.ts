/** Feeds and the other files that machines read. */
export const feeds = {
  all: (site: string) => `${site}: releases`,
  of: (site: string, name: string) => `${site}: releases · ${name}`,
  about: 'What changed in the product, for whom and why, how to sell it, and what customers asked for.',
  how: 'Pages are also there as Markdown: their address with `.md` instead of the slash at its end.',
  overviews: 'Overviews',
  more: 'As data',
  graph: 'Everything and how it is linked, as JSON',
  links: 'Linked with',
  needsUrl: 'No feeds (Atom), for they need the portal’s address: write `portal: { url: … }` in kairanban.yaml.',
  imageAlt: 'A clipboard with a seal',
};
