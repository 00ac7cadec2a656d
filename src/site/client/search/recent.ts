/** EDGE: what was searched for lately, kept in this browser and nowhere else. */

const most = 8;

export class Recent {
  private readonly key: string;

  /** Portals at one address each have their own. */
  constructor(base: string) {
    this.key = `kairanban:recent:${base}`;
  }

  /** Newest first. Empty where the browser keeps nothing. */
  list(): string[] {
    try {
      const kept: unknown = JSON.parse(localStorage.getItem(this.key) ?? '[]');
      return Array.isArray(kept) ? kept.filter((query) => typeof query === 'string').slice(0, most) : [];
    } catch {
      return [];
    }
  }

  add(query: string): void {
    const others = this.list().filter((one) => one !== query);
    this.keep(JSON.stringify([query, ...others].slice(0, most)));
  }

  clear(): void {
    this.keep(undefined);
  }

  private keep(value: string | undefined): void {
    try {
      if (value === undefined) localStorage.removeItem(this.key);
      else localStorage.setItem(this.key, value);
    } catch {
      // Searching works without.
    }
  }
}
