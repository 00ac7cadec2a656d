/** Whether a key goes to the input method. */
export function isConfirming(event: KeyboardEvent): boolean {
  return event.isComposing || event.keyCode === 229;
}
