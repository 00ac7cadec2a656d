/** EDGE: the clipboard. */

/** Copies a text. Without `https`, or where it is forbidden, a browser has the old way only. Throws if that fails too. */
export async function copyText(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const field = document.createElement('textarea');
    field.value = text;
    const focused = document.activeElement as HTMLElement | null;
    // What stands outside an open dialog cannot be selected.
    (document.querySelector('dialog[open]') ?? document.body).append(field);
    field.select();
    const done = document.execCommand('copy');
    field.remove();
    focused?.focus();
    if (!done) throw new Error('the browser does not let us copy');
  }
}

/** Copies a text together with its HTML, for programs that take either. Throws if the browser lets us copy neither. */
export async function copyRich(text: string, html: string): Promise<void> {
  const pieces = { 'text/plain': text, 'text/html': html };
  try {
    const blobs = Object.entries(pieces).map(([type, piece]) => [type, new Blob([piece], { type })]);
    await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]);
  } catch {
    await copyText(text);
  }
}
