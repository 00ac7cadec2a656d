/** What is pressed must not change before it is let go: the press would be lost, or hit what came in its place. */

/** In milliseconds: so long after a finger was lifted its click has come; who presses for longer does not mean one. */
const times = { click: 100, press: 1000 } as const;

/** Gives what does things in their order: at once, or if something on the page is pressed, after that. */
export function afterPresses(): (act: () => void) => void {
  let waiting: (() => void)[] | undefined;
  const end = () => {
    const acts = waiting ?? [];
    waiting = undefined;
    for (const act of acts) act();
  };
  addEventListener('pointerdown', () => {
    if (waiting) return;
    waiting = [];
    setTimeout(end, times.press);
  });
  for (const name of ['pointerup', 'pointercancel']) addEventListener(name, () => setTimeout(end, times.click));
  return (act) => {
    if (waiting) waiting.push(act);
    else act();
  };
}
