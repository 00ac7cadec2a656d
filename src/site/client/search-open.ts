/** EDGE: opens the search dialog, and loads what runs it once somebody goes for it. */
import { isConfirming } from './confirming.ts';

const dialog = document.querySelector<HTMLDialogElement>('dialog[data-search]');
if (dialog) start(dialog);

function start(box: HTMLDialogElement): void {
  const input = box.querySelector('input') as HTMLInputElement;
  let loaded: Promise<() => void> | undefined;

  const load = () => {
    loaded ??= import('./search/dialog.ts').then(({ startSearch }) => startSearch(box));
    // Until it can be loaded, the form leads to the page of search.
    loaded.catch(() => {
      loaded = undefined;
    });
    return loaded;
  };

  const open = async () => {
    if (!box.open) box.showModal();
    input.select();
    (await load())();
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
}
