/** EDGE: while somebody writes (`kairanban dev`), what is wrong with the content, in a corner of every page. */

interface Report {
  readonly errors: number;
  readonly title: string;
  readonly text: string;
}

/** Asks what is wrong and shows it, as text; nothing where nothing is. The page is loaded anew after each change. */
export async function showProblems(address: string): Promise<void> {
  const { errors, title, text } = (await (await fetch(address)).json()) as Report;
  if (text === '') return;
  const box = document.createElement('details');
  const head = document.createElement('summary');
  const list = document.createElement('pre');
  head.textContent = title;
  list.textContent = text;
  box.open = errors > 0;
  box.dataset.problems = '';
  box.append(head, list);
  Object.assign(box.style, {
    position: 'fixed',
    inset: 'auto 1rem 4.5rem auto',
    zIndex: '20',
    maxInlineSize: 'min(46rem, calc(100vw - 2rem))',
    padding: '0.5rem 1rem',
    border: `2px solid var(${errors > 0 ? '--seal' : '--amber'})`,
    borderRadius: 'var(--radius)',
    background: 'var(--sheet)',
    boxShadow: '0 4px 24px rgb(0 0 0 / 20%)',
  });
  Object.assign(head.style, { minHeight: '44px', lineHeight: '44px', cursor: 'pointer', fontWeight: '700' });
  Object.assign(list.style, { maxBlockSize: '50vh', margin: '0', overflow: 'auto', whiteSpace: 'pre-wrap' });
  document.body.append(box);
}
