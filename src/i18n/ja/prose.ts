import type { Messages } from '../index.ts';

export const prose: Messages['prose'] = {
  callouts: {
    note: 'メモ',
    tip: 'ヒント',
    important: '大事なこと',
    warning: '注意',
    caution: '警告',
  },
  demo: 'デモ',
  openDemo: 'デモを開く',
  toTerm: '用語のページへ',
};
