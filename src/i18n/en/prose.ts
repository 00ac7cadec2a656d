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
};
