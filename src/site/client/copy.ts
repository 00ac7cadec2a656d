/** EDGE: the copy buttons in the browser. */
import { copyText } from './clipboard.ts';

for (const button of document.querySelectorAll<HTMLButtonElement>('[data-copy]')) {
  const label = button.textContent;
  button.addEventListener('click', async () => {
    // biome-ignore lint/performance/useDomNodeTextContent: line breaks as they are seen
    const words = button.closest('[data-copyable]')?.querySelector<HTMLElement>('.prose')?.innerText;
    await copyText(words ?? '');
    button.textContent = button.dataset.done ?? label;
    setTimeout(() => {
      button.textContent = label;
    }, 2000);
  });
}
