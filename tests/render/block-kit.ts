/**
 * What Slack refuses or acts upon, from its documentation:
 * https://docs.slack.dev/reference/block-kit/blocks · /composition-objects/text-object · /messaging/formatting-message-text
 */

const limits = { text: 4000, blocks: 50, header: 150, section: 3000, fields: 10, field: 2000, elements: 10 };

/** All blocks together: rejected from about 12,000 characters on. */
const budget = 10_000;

/** The faults of a message for an incoming webhook; none if Slack takes it and nothing in it acts. */
export function slackFaults(message: unknown): string[] {
  const faults: string[] = [];
  const say = (path: string, fault: string) => faults.push(`${path}: ${fault}`);
  const keys = (path: string, value: object, required: string[], optional: string[] = []) => {
    for (const key of required) if (!(key in value)) say(path, `lacks ${key}`);
    for (const key of Object.keys(value)) if (![...required, ...optional].includes(key)) say(path, `has ${key}`);
  };
  const textObject = (path: string, object: unknown, type: string, limit: number) => {
    const value = (object ?? {}) as { [key: string]: unknown };
    if (value.type !== type) say(path, `is ${value.type}`);
    keys(path, value, ['type', 'text'], type === 'mrkdwn' ? ['verbatim'] : ['emoji']);
    // Without it Slack makes links of `@channel`, `#general` and the like.
    if (type === 'mrkdwn' && value.verbatim !== true) say(path, 'is not verbatim');
    words(path, value.text, limit);
    if (type === 'mrkdwn') faults.push(...mrkdwnFaults(String(value.text)).map((fault) => `${path}: ${fault}`));
  };
  const words = (path: string, value: unknown, limit: number) => {
    if (typeof value !== 'string') return say(path, 'is no text');
    if (value.length < 1 || value.length > limit) say(path, `has ${value.length} characters`);
    if (!value.isWellFormed()) say(path, 'has half a character');
  };

  const textObjects = (path: string, value: unknown, count: number, limit: number) => {
    const list = Array.isArray(value) ? value : [];
    if (list.length < 1 || list.length > count) say(path, `are ${list.length}`);
    for (const [at, one] of list.entries()) textObject(`${path}[${at}]`, one, 'mrkdwn', limit);
  };
  const whole = message as { text?: unknown; blocks?: { [key: string]: unknown }[] };
  keys('message', whole, ['text', 'blocks']);
  words('text', whole.text, limits.text);
  faults.push(...mrkdwnFaults(String(whole.text)).map((fault) => `text: ${fault}`));
  const blocks = whole.blocks ?? [];
  if (blocks.length < 1 || blocks.length > limits.blocks) say('blocks', `are ${blocks.length}`);
  const total = blocks.reduce((sum, block) => sum + JSON.stringify(block).length, 0);
  if (total > budget) say('blocks', `have ${total} characters`);
  for (const [index, block] of blocks.entries()) {
    const path = `blocks[${index}]`;
    switch (block.type) {
      case 'divider':
        keys(path, block, ['type']);
        break;
      case 'header':
        keys(path, block, ['type', 'text']);
        textObject(`${path}.text`, block.text, 'plain_text', limits.header);
        break;
      case 'section':
        keys(path, block, ['type'], ['text', 'fields']);
        if (!block.text && !block.fields) say(path, 'says nothing');
        if (block.text) textObject(`${path}.text`, block.text, 'mrkdwn', limits.section);
        if (block.fields) textObjects(`${path}.fields`, block.fields, limits.fields, limits.field);
        break;
      case 'context':
        keys(path, block, ['type', 'elements']);
        textObjects(`${path}.elements`, block.elements, limits.elements, limits.section);
        break;
      default:
        say(path, `is of type ${block.type}`);
    }
  }
  return faults;
}

/** Nothing but links between angle brackets, nothing but escapes behind `&`, no mark or fence left open. */
function mrkdwnFaults(text: string): string[] {
  const faults: string[] = [];
  const rest = text.replace(/<((?:https?:\/\/|mailto:)[^<>|\s]+)\|([^<>|\n]+)>/g, (_, url: string, label: string) => {
    if (/&(?!amp;|lt;|gt;)/.test(url + label)) faults.push(`bare & in ${url}`);
    return '';
  });
  for (const [found] of rest.matchAll(/.{0,20}[<>].{0,20}/g)) faults.push(`bare bracket: ${found}`);
  for (const [found] of rest.matchAll(/&(?!amp;|lt;|gt;).{0,20}/g)) faults.push(`bare ampersand: ${found}`);
  if ((text.match(/```/g) ?? []).length % 2 === 1) faults.push('open code block');
  // Marks that we set stand between U+200B.
  const opened = (text.match(/\u200b[*_~`]/g) ?? []).length;
  const closed = (text.match(/[*_~`]\u200b/g) ?? []).length;
  if (opened !== closed) faults.push(`${opened} marks opened, ${closed} closed`);
  return faults;
}

/** All that a message says, block after block. */
export function slackText(message: { readonly blocks: readonly unknown[] }): string {
  const texts = (value: unknown): string[] =>
    Array.isArray(value)
      ? value.flatMap(texts)
      : typeof value === 'object' && value !== null
        ? Object.entries(value).flatMap(([key, inner]) =>
            key === 'text' && typeof inner === 'string' ? [inner] : texts(inner),
          )
        : [];
  return message.blocks.flatMap(texts).join('\n');
}
