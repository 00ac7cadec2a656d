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
  badPicture: {
    size: '大きすぎて表示できません。10 MB（SVG は 1 MB）までにしてください。',
    type: '画像として読めません。PNG・JPEG・GIF・WebP・AVIF・SVG のどれかで保存し直してください。',
  },
};
