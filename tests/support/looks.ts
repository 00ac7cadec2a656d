/** What an eye, an ear or a finger would find wrong with the page that is open. */
import type { Page } from 'playwright-core';

/** Whether the page has to be scrolled sideways, what of it reaches too far, and what of a card reaches out of it. */
export async function tooWide(page: Page, when: string): Promise<string[]> {
  const found = await page.evaluate(() => {
    const wide = document.documentElement.scrollWidth - innerWidth;
    const isClipped = (one: Element, by: Element | null): boolean =>
      one.parentElement !== by &&
      one.parentElement !== null &&
      (getComputedStyle(one.parentElement).overflowX !== 'visible' || isClipped(one.parentElement, by));
    const reaching = (all: Iterable<Element>, right: number, by: Element | null) =>
      [...all].filter((one) => one.getBoundingClientRect().right > right + 1 && !isClipped(one, by)).at(-1);
    const told = (one: Element | undefined) => one?.outerHTML.slice(0, 120);
    const out = [...document.querySelectorAll('.sheet, .card, .result')].flatMap((card) => {
      const { right, width } = card.getBoundingClientRect();
      const isScrolled = getComputedStyle(card).overflowX !== 'visible';
      const one = width > 0 && !isScrolled ? reaching(card.querySelectorAll('*'), right, card) : undefined;
      return one ? [`out of its card: ${told(one)}`] : [];
    });
    if (wide <= 0) return out;
    const one = reaching(document.querySelectorAll('body *'), innerWidth, null);
    return [`${wide} px too wide by ${told(one) ?? 'a margin'}`, ...out];
  });
  return found.map((one) => `${when}: ${one}`);
}

/** What is said but not shown: names, descriptions, texts of pictures and fields. */
export async function spoken(page: Page): Promise<string[]> {
  return page.locator('body *').evaluateAll((all) =>
    all.flatMap((one) => {
      const names = ['aria-label', 'aria-description', 'aria-roledescription', 'aria-valuetext', 'alt', 'title'];
      const said = [...names, 'placeholder'].map((name) => one.getAttribute(name) ?? '');
      const isDrawn = one instanceof SVGElement && ['title', 'desc', 'text'].includes(one.tagName);
      return [...said, isDrawn ? (one.textContent ?? '') : ''].map((text) => text.trim()).filter((text) => text !== '');
    }),
  );
}

/** Whether the page says what it is, in its heading and its title, and the navigation where it is. */
export async function headings(page: Page): Promise<string[]> {
  const [h1, main, title] = [
    await page.locator('h1').allTextContents(),
    await page.locator('main').count(),
    await page.title(),
  ];
  const current = await page.locator('.rail [aria-current=page]').count();
  const isFine = h1.length === 1 && title.startsWith(h1[0]?.trim() || '?') && main === 1 && current <= 1;
  return isFine ? [] : [`“${title}”, headings ${h1.join(', ')}, ${main} main, ${current} current pages`];
}

/** What moves by itself or on the way to another state. */
export async function moving(page: Page): Promise<string[]> {
  return page.locator('*').evaluateAll((all) =>
    all.flatMap((one) => {
      const { transitionDuration, animationDuration, animationName, scrollBehavior } = getComputedStyle(one);
      const moves = Number.parseFloat(transitionDuration) > 0.01;
      const plays = animationName !== 'none' && Number.parseFloat(animationDuration) > 0.01;
      return moves || plays || scrollBehavior === 'smooth' ? [one.outerHTML.slice(0, 120)] : [];
    }),
  );
}

/** Drawings of which nothing differs from the paper. */
export async function drawnUnseen(page: Page): Promise<string[]> {
  return page.locator('svg:visible').evaluateAll((all) => {
    const paper = getComputedStyle(document.documentElement).backgroundColor;
    const isSeen = (color: string) => ![paper, 'none', 'rgba(0, 0, 0, 0)'].includes(color);
    return all
      .filter((svg) => {
        const shapes = [...svg.querySelectorAll('path, circle, rect, line, polyline, polygon, text')];
        return !shapes.some((shape) => isSeen(getComputedStyle(shape).fill) || isSeen(getComputedStyle(shape).stroke));
      })
      .map((svg) => svg.outerHTML.slice(0, 120));
  });
}

/** Drawings with colours of their own where the reader's are asked for. */
export async function ownColours(page: Page): Promise<string[]> {
  return page.locator('svg:visible').evaluateAll((all) => {
    const probe = document.body.appendChild(document.createElement('i'));
    const theirs = ['Canvas', 'CanvasText', 'LinkText', 'VisitedText', 'ButtonText', 'GrayText'].map((name) => {
      probe.style.color = name;
      return getComputedStyle(probe).color;
    });
    probe.remove();
    const isTheirs = (color: string) => [...theirs, 'none', 'rgba(0, 0, 0, 0)'].includes(color);
    return all.flatMap((svg) =>
      [...svg.querySelectorAll('path, circle, rect, line, polyline, polygon, text')].flatMap((shape) => {
        const { fill, stroke } = getComputedStyle(shape);
        return (shape.tagName === 'line' || isTheirs(fill)) && isTheirs(stroke)
          ? []
          : [`${shape.outerHTML.slice(0, 80)}: ${fill}, ${stroke}`];
      }),
    );
  });
}

/** What has the focus: whether the eye can tell, and whether something else lies over it. */
export async function focused(
  page: Page,
): Promise<{ readonly html: string; readonly isMarked: boolean; readonly isOnTop: boolean } | undefined> {
  return page.evaluate(() => {
    const one = document.activeElement;
    if (!one || one === document.body) return undefined;
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one);
    // Of a link that goes on in a second line, the longest part; of it, what is in the window below the header.
    const rects = [...one.getClientRects()].sort((a, b) => b.width - a.width);
    const { x, width, top, bottom } = rects[0] ?? one.getBoundingClientRect();
    const header = document.querySelector('.top')?.getBoundingClientRect().bottom ?? 0;
    const [from, to] = [
      one.closest('.top, .skip, dialog') ? top : Math.max(top, header),
      Math.min(bottom, innerHeight),
    ];
    const over = from < to ? document.elementFromPoint(x + width / 2, (from + to) / 2) : null;
    return {
      html: one.outerHTML.slice(0, 120),
      isMarked: (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1) || boxShadow !== 'none',
      isOnTop: over !== null && (one.contains(over) || over.contains(one)),
    };
  });
}
