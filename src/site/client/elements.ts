/** EDGE: elements made in the browser. What is put into them is text, never read as HTML. */

/** An element with what stands in it. */
export function element<N extends keyof HTMLElementTagNameMap>(
  name: N,
  className: string,
  ...inside: (Node | string)[]
): HTMLElementTagNameMap[N] {
  const made = document.createElement(name);
  if (className !== '') made.className = className;
  made.append(...inside);
  return made;
}

export function button(label: string, className: string, pressed: () => void): HTMLButtonElement {
  const made = element('button', className, label);
  made.type = 'button';
  made.addEventListener('click', pressed);
  return made;
}

export function link(href: string, ...inside: (Node | string)[]): HTMLAnchorElement {
  const made = element('a', '', ...inside);
  made.href = href;
  return made;
}
