/** EDGE: a field that is typed in, by an input method too. */
import { isConfirming } from '../confirming.ts';

/**
 * Calls `typed` when the text has changed, but not for kana that an input method has not confirmed. Phones also compose
 * Latin words until a space ends them; nobody would wait for that, so three Latin letters are enough. `entered` is
 * called for Enter, not for the one that confirms.
 */
export function listen(input: HTMLInputElement, typed: () => void, entered: () => void): void {
  let composing = false;
  input.addEventListener('compositionstart', () => {
    composing = true;
  });
  input.addEventListener('compositionend', () => {
    composing = false;
    typed();
  });
  input.addEventListener('input', (event) => {
    const { isComposing, data } = event as InputEvent;
    if (!isComposing || /^[!-~]{3,}$/.test(data ?? '')) typed();
  });
  input.addEventListener('keydown', (event) => {
    // Safari ends the composition before the key that ended it; 229 says so.
    if (event.key === 'Enter' && isConfirming(event)) event.preventDefault();
  });
  input.form?.addEventListener('submit', (event) => {
    event.preventDefault();
    if (!composing) entered();
  });
}
