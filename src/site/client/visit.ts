/** EDGE: when somebody was here last and what was there then, and whom they look for: kept in this browser only. */

/** Somebody who comes back sooner than this is still here. */
const pause = 30 * 60_000;

interface Visit {
  readonly at: number;
  readonly seen: readonly string[];
}

export class Keeper {
  private readonly base: string;

  /** Portals at one address each have their own. */
  constructor(base: string) {
    this.base = base;
  }

  get role(): string {
    return this.read('role') ?? '';
  }

  set role(id: string) {
    this.write('role', id);
  }

  /** Notes that somebody is here `now` and sees `keys`; gives the visit before this one, if there was one. */
  visit(now: number, keys: readonly string[]): Visit | undefined {
    const last = visitIn(this.read('visit'));
    const before = last && now - last.at > pause ? last : visitIn(this.read('before'));
    if (before) this.write('before', JSON.stringify(before));
    this.write('visit', JSON.stringify({ at: now, seen: keys }));
    return before;
  }

  private read(name: string): string | undefined {
    try {
      return localStorage.getItem(`kairanban:${name}:${this.base}`) ?? undefined;
    } catch {
      return undefined;
    }
  }

  private write(name: string, value: string): void {
    try {
      localStorage.setItem(`kairanban:${name}:${this.base}`, value);
    } catch {
      // The page is whole without.
    }
  }
}

function visitIn(text: string | undefined): Visit | undefined {
  try {
    const { at, seen } = JSON.parse(text ?? '');
    return Number.isFinite(at) && Array.isArray(seen) ? { at, seen } : undefined;
  } catch {
    return undefined;
  }
}
