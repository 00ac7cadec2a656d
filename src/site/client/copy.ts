/** EDGE: the copy buttons in the browser. The texts were written by the build. */
import { copyRich, copyText } from './clipboard.ts';

for (const button of document.querySelectorAll<HTMLButtonElement>('[data-copy], [data-copy-slack], [data-copy-link]')) {
  const label = button.textContent;
  button.addEventListener('click', async () => {
    const { copy = addressOf(), copySlack, done } = button.dataset;
    if (copySlack === undefined) await copyText(copy);
    else await copyRich(copySlack, richOf(button));
    button.textContent = done ?? label;
    setTimeout(() => {
      button.textContent = label;
    }, 2000);
  });
}

/** The page's address for others: the one that the portal names, else where it was opened, without what was asked of it. */
function addressOf(): string {
  return document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href ?? location.origin + location.pathname;
}

/** What stands beside a button as HTML for another program: whole addresses, and nothing of ours about its look. */
function richOf(button: HTMLElement): string {
  const place = button.closest('[data-copyable], .entry')?.querySelector('[data-copied]');
  const copy = place?.cloneNode(true) as HTMLElement | undefined;
  if (!copy) return '';
  for (const aside of copy.querySelectorAll('[popover], [hidden], button')) aside.remove();
  for (const link of copy.querySelectorAll('a')) link.setAttribute('href', link.href);
  for (const one of copy.querySelectorAll('*'))
    for (const { name } of [...one.attributes]) if (name !== 'href') one.removeAttribute(name);
  return copy.innerHTML;
}
