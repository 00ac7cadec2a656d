/** EDGE: what a term means, beside the term. Without this the term leads to its page, and its meaning is its title. */

/** How long a pointer may be on its way from a term to what it means, in milliseconds. */
const grace = 250;

const terms = document.querySelectorAll<HTMLAnchorElement>('a.term[title]');
const hint = document.createElement('div');
const meanings = new Map([...terms].map((term) => [term, term.title]));
let shown: HTMLAnchorElement | undefined;
let timer = 0;

function show(term: HTMLAnchorElement): void {
  clearTimeout(timer);
  if (shown === term) return;
  const more = document.createElement('a');
  more.href = term.href;
  // The term itself leads there, too.
  more.tabIndex = -1;
  more.textContent = document.querySelector<HTMLElement>('[data-to-term]')?.dataset.toTerm ?? '';
  const word = document.createElement('strong');
  word.textContent = term.textContent;
  hint.replaceChildren(word, meanings.get(term) ?? '', more);
  hide();
  // Two descriptions would be read, and shown, one after the other.
  term.title = '';
  term.setAttribute('aria-describedby', hint.id);
  shown = term;
  hint.showPopover();
  place();
}

/** Puts the hint below the first line of its term, or above where there is no room. */
function place(): void {
  const at = shown?.getClientRects()[0];
  if (!at) return;
  if (at.bottom < 0 || at.top > innerHeight) {
    hide();
    return;
  }
  const { offsetWidth, offsetHeight } = hint;
  const below = at.bottom + offsetHeight + 12 < innerHeight;
  hint.style.left = `${Math.max(12, Math.min(at.left, document.documentElement.clientWidth - offsetWidth - 12))}px`;
  hint.style.top = `${below ? at.bottom + 6 : Math.max(6, at.top - offsetHeight - 6)}px`;
}

function hide(): void {
  clearTimeout(timer);
  if (!shown) return;
  shown.title = meanings.get(shown) ?? '';
  shown.removeAttribute('aria-describedby');
  shown = undefined;
  hint.hidePopover();
}

function hideSoon(): void {
  clearTimeout(timer);
  timer = Number(setTimeout(hide, grace));
}

if (terms.length > 0 && 'showPopover' in hint) {
  hint.className = 'hint';
  hint.id = 'Hint';
  hint.popover = 'manual';
  document.body.append(hint);
  hint.addEventListener('pointerenter', () => clearTimeout(timer));
  hint.addEventListener('pointerleave', hideSoon);
  for (const term of terms) {
    term.addEventListener('pointerenter', ({ pointerType }) => pointerType === 'mouse' && show(term));
    term.addEventListener('pointerleave', ({ pointerType }) => pointerType === 'mouse' && hideSoon());
    term.addEventListener('focus', () => term.matches(':focus-visible') && show(term));
    // Whoever goes on by keys goes on at once, and what comes next must not lie below it.
    term.addEventListener('blur', ({ relatedTarget }) => {
      if (relatedTarget && !hint.contains(relatedTarget as Node)) hide();
      else hideSoon();
    });
    // A finger cannot point at something without pressing it: the first time it says what it means.
    term.addEventListener('click', (event) => {
      if ((event as PointerEvent).pointerType !== 'touch' || shown === term) return;
      event.preventDefault();
      show(term);
    });
  }
  addEventListener('keydown', ({ key }) => key === 'Escape' && hide());
  addEventListener('scroll', place, { passive: true });
  addEventListener('pointerdown', ({ target }) => {
    if (target !== shown && !hint.contains(target as Node)) hide();
  });
}
