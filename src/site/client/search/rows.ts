/** EDGE: the rows below a combobox: a link each, perhaps with a button beside it. The focus stays in the field. */
import { element } from '../elements.ts';

interface Row {
  readonly element: HTMLElement;
  readonly cells: readonly { readonly element: HTMLElement; readonly target: HTMLElement }[];
}

export class Rows {
  private readonly input: HTMLInputElement;
  private readonly grid: HTMLElement;
  private rows: Row[] = [];
  private row = -1;
  private column = 0;

  constructor(input: HTMLInputElement, grid: HTMLElement) {
    this.input = input;
    this.grid = grid;
  }

  /** The address of the row that the reader went to; none while the first one is current by itself. */
  get wanted(): string | undefined {
    return this.row > 0 ? this.hrefOf(this.row) : undefined;
  }

  /** Makes the row of an address the current one, else the first. */
  selectWanted(wanted: string | undefined): void {
    const row = this.rows.findIndex((_, at) => this.hrefOf(at) === wanted);
    this.select(this.rows.length === 0 ? -1 : Math.max(0, row));
  }

  clear(): void {
    this.rows = [];
    this.grid.replaceChildren();
    this.select(-1);
  }

  add(...targets: (HTMLElement | undefined)[]): void {
    const number = this.rows.length;
    const cells = targets.flatMap((target, column) => {
      if (!target) return [];
      target.tabIndex = -1;
      const cell = element('div', '', target);
      cell.role = 'gridcell';
      cell.id = `${this.grid.id}-${number}-${column}`;
      return [{ element: cell, target }];
    });
    const row = element('div', '', ...cells.map((cell) => cell.element));
    row.role = 'row';
    row.ariaSelected = 'false';
    this.grid.append(row);
    this.rows.push({ element: row, cells });
    this.input.ariaExpanded = 'true';
  }

  /** Makes a cell the current one. Its button can be reached with Tab, those of other rows cannot. */
  select(row: number, column = 0): void {
    this.row = row;
    this.column = column;
    for (const [at, { element: one, cells }] of this.rows.entries()) {
      one.ariaSelected = String(at === row);
      for (const [place, { element: cell, target }] of cells.entries()) {
        cell.toggleAttribute('data-current', at === row && place === column);
        target.tabIndex = at === row && place > 0 ? 0 : -1;
      }
    }
    this.input.ariaExpanded = String(this.rows.length > 0);
    const current = this.rows[row]?.cells[column]?.element;
    if (current) this.input.setAttribute('aria-activedescendant', current.id);
    else this.input.removeAttribute('aria-activedescendant');
    current?.scrollIntoView({ block: 'nearest' });
  }

  /** What an arrow key does. Left and right are the text's, but for the way to a button from the end of the text. */
  move(key: string): boolean {
    const step = { ArrowDown: 1, ArrowUp: -1 }[key];
    if (step !== undefined && this.rows.length > 0) {
      const from = this.row < 0 && step < 0 ? 0 : this.row;
      this.select((from + step + this.rows.length) % this.rows.length);
      return true;
    }
    const atEnd = this.input.selectionStart === this.input.value.length;
    const wanted = { ArrowRight: 1, ArrowLeft: 0 }[key];
    if (wanted === undefined || wanted === this.column || (wanted === 1 && !atEnd)) return false;
    if (!this.rows[this.row]?.cells[wanted]) return false;
    this.select(this.row, wanted);
    return true;
  }

  /** Presses what is current; tells whether anything is. */
  follow(): boolean {
    const target = this.rows[this.row]?.cells[this.column]?.target;
    target?.click();
    return target !== undefined;
  }

  private hrefOf(row: number): string | undefined {
    return this.rows[row]?.cells[0]?.target.getAttribute('href') ?? undefined;
  }
}
