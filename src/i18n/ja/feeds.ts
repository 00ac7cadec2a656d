import type { Messages } from '../index.ts';

export const feeds: Messages['feeds'] = {
  all: (site) => `${site}：リリース`,
  of: (site, name) => `${site}：リリース · ${name}`,
  about: '製品の何が、だれのために、なぜ変わったか。どう売るか。お客様は何を求めているか。',
  how: 'ページには Markdown 版があります。アドレスの末尾の「/」を「.md」に変えてください。',
  overviews: '全体を見る',
  more: 'データ',
  graph: 'すべてのページとつながり（JSON）',
  links: 'つながり',
  needsUrl:
    'フィード（Atom）は作っていません。ポータルのアドレスがいるためです。kairanban.yaml に `portal: { url: … }` を書くと作られます。',
  imageAlt: '回覧板と判',
};
