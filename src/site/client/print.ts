/** EDGE: the print buttons in the browser. */

for (const button of document.querySelectorAll<HTMLButtonElement>('[data-print]')) {
  button.addEventListener('click', () => print());
}
