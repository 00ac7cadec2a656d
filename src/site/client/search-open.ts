/** EDGE: opens the search dialog, and loads what runs it once somebody goes for it. */
import { isConfirming } from './confirming.ts';
import { element } from './elements.ts';
import { settingsOf } from './strings.ts';

const dialog = document.querySelector<HTMLDialogElement>('dialog[data-search]');
if (dialog) start(dialog);

function start(box: HTMLDialogElement): void {
  const input = box.querySelector('input') as HTMLInputElement;
  let loaded: Promise<() => void> | undefined;

  const load = () => {
    loaded ??= import('./search/dialog.ts').then(({ startSearch }) => startSearch(box));
    loaded.catch(failed);
    return loaded;
  };

  /** The form leads to the page of search: a browser may not load a script again that it could not load once. */
  const failed = () => {
    loaded = undefined;
    const { strings } = settingsOf(box);
    const again = element('button', '', strings.retry);
    again.addEventListener('click', () => input.form?.requestSubmit());
    box.querySelector('.status')?.replaceChildren(strings.failed, ' ', again);
  };

  const open = () => {
    if (!box.open) box.showModal();
    input.select();
    load().then(
      (opened) => opened(),
      () => undefined,
    );
  };

  for (const opener of document.querySelectorAll('[data-search-open]'))
    for (const event of ['pointerenter', 'focus']) opener.addEventListener(event, load, { once: true });
  document.addEventListener('click', (event) => {
    const target = event.target as Element;
    const plain = !(event.ctrlKey || event.metaKey || event.shiftKey);
    if (target.closest('[data-search-open]') && plain) {
      event.preventDefault();
      open();
    } else if (target.closest('[data-search-close]') || target === box) box.close();
  });
  document.addEventListener('keydown', (event) => {
    const typing = (event.target as Element).matches?.('input, textarea, select, [contenteditable]');
    const command = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey) && !event.shiftKey;
    if (!command && (event.key !== '/' || typing || isConfirming(event))) return;
    event.preventDefault();
    // The page of search has a field of its own.
    const own = document.querySelector<HTMLInputElement>('[data-search-page] input[type=search]');
    own?.focus();
    if (own) own.select();
    else open();
  });

  // Back from a result: the dialog as it was left, until it is closed.
  const { search }: { search?: unknown } = history.state ?? {};
  if (typeof search === 'string') {
    input.value = search;
    open();
  }
  box.addEventListener('close', () => {
    if (history.state !== null) history.replaceState(null, '');
  });
}
