/** What the portal puts around what a page's author wrote. */
export const prose = {
  /** What each type of callout is called where its author says nothing else. */
  callouts: {
    note: 'Note',
    tip: 'Tip',
    important: 'Important',
    warning: 'Warning',
    caution: 'Caution',
  },
  demo: 'Demo',
  openDemo: 'Open the demo',
  toTerm: 'More about this term',
  /** A file that a page shows and that cannot be shown. */
  badPicture: {
    size: 'too large to be shown; make it 10 MB at most (SVG: 1 MB).',
    type: 'cannot be read as a picture; save it as PNG, JPEG, GIF, WebP, AVIF or SVG.',
  },
};
