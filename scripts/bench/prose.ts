/** Sentences → the pieces that documents are made of, no two alike. */
import type { Random } from './random.ts';
import { openers, sentences, type Use } from './sentences.ts';
import { type Language, slots } from './words.ts';

/** Writes about one subject in one language. */
export interface Writer {
  readonly language: Language;
  readonly random: Random;
  /** Fills the gaps of a text. */
  fill(text: string): string;
  /** A sentence for a use. */
  say(use: Use): string;
  /** A paragraph: `most` sentences at most, of several uses. */
  paragraph(most: number, ...uses: Use[]): string;
  /** A list of different items. */
  bullets(most: number, use: Use): string;
  table(): string;
  /** A fenced block, as notes quote file formats and answers of an API. */
  code(): string;
}

export function writer(random: Random, language: Language, feature: string): Writer {
  const names = slots[language];
  const fill = (text: string) =>
    text.replace(/\{(\d+)-(\d+)\}|\{(\w+)\}/g, (_, least?: string, most?: string, name?: string) => {
      if (least !== undefined) return String(random.int(Number(least), Number(most)));
      if (name === 'feature') return feature;
      if (name === 'A') return random.pick(['ATT', 'PAY', 'YEA', 'IMP', 'SHIFT', 'SYNC']);
      const words = names[name ?? ''];
      if (!words) throw new Error(`no words for {${name}}`);
      return random.pick(words);
    });
  const say = (use: Use) => {
    const text = fill(random.pick(sentences[language][use]));
    return language === 'en' ? text.replace(/^[a-z]/, (letter) => letter.toUpperCase()) : text;
  };
  const paragraph = (most: number, ...uses: Use[]) => {
    const count = random.int(Math.ceil(most / 2), most);
    const said = Array.from({ length: count }, () => {
      const sentence = say(random.pick(uses));
      return random.chance(0.45) ? fill(random.pick(openers[language])) + sentence : sentence;
    });
    return [...new Set(said)].join(language === 'en' ? ' ' : '');
  };
  const bullets = (most: number, use: Use) => {
    const items = Array.from({ length: random.int(2, most) }, () => `- ${say(use)}`);
    return [...new Set(items)].join('\n');
  };
  const table = () => {
    const head =
      language === 'ja' ? ['できること', 'スタンダード', 'プロ', '既定'] : ['What', 'Standard', 'Pro', 'Default'];
    const rows = Array.from({ length: random.int(2, 6) }, () => [
      fill('{thing}'),
      random.pick(['○', '－', fill('{10-90}%')]),
      random.pick(['○', fill('{2-30}')]),
      fill('{item}'),
    ]);
    return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
  };
  const code = () => {
    const rows = Array.from({ length: random.int(2, 5) }, (_, index) => ({
      site: fill('TKB{10-99}'),
      employee: fill('000{100-999}'),
      date: `2026-${String(random.int(1, 12)).padStart(2, '0')}-${String(10 + index)}`,
    }));
    if (random.chance(0.3)) return `\`\`\`json\n${JSON.stringify({ rows }, null, 2)}\n\`\`\``;
    const lines = rows.map(
      ({ site, employee, date }) => `${site},${employee},${date},${fill('{6-9}:{10-59},{15-19}:00')}`,
    );
    return `\`\`\`csv\nsite,employee,date,start,end\n${lines.join('\n')}\n\`\`\``;
  };
  return { language, random, fill, say, paragraph, bullets, table, code };
}
