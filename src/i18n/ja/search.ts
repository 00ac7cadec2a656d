import type { Result } from '../../search/judge.ts';
import { quote } from '../code.ts';
import type { Messages } from '../index.ts';

const said = (text: string): string => `「${text}」`;

const resultOf = (result: Result): string => {
  if (result === 'nothing') return '何も見つからない';
  if (result === 'something') return '何か見つかってしまう';
  return result === 0 ? '見つからない' : `${result} 番目`;
};

export const search: Messages['search'] = {
  otherVersion: (folder, version) =>
    `${quote(folder)} のポータルは kairanban ${version} で作ったものではないため、検索できません。もう一度 \`kairanban build\` を実行してください。`,
  recordAlone: '`--record` は `--judge ファイル` と一緒に使います。結果を控える質問のファイルを指定してください。',
  nothing: (query, closest) =>
    `${said(query)}では何も見つかりませんでした。${closest.length > 0 ? `似ている用語: ${closest.join('、')}` : ''}`,
  cutOff: 'ありふれた言葉が同じだけのページは除いています。',

  part: { index: '言葉', title: 'タイトル', heading: '見出し', pieces: '本文', boost: '優先' },
  score: (score, sum) => `${score} 点 = ${sum}`,
  unscored: '点数なし: 言葉だけを調べ、本文まで読み比べたページの後ろに並べています。',
  matched: (pieces, covered) =>
    `${pieces.length > 0 ? `${pieces.map(said).join('')}がある` : '打ったとおりの言葉はない'}（質問の ${covered}%）`,
  instead: (asked, found, source) =>
    `${said(asked)}の代わりに${said(found)}がある（${source === 'glossary' ? '用語集 `terms/` の言い換え' : 'よくある言い換え'}）`,
  legend: [
    '言葉: 質問と同じ言葉がどれだけ珍しく、そのページがどれだけその話をしているか。いちばんのページが 1',
    'タイトル、見出し: 質問そのものなら 2 と 0.6。質問を含むだけなら、それより低い',
    '本文: 質問がすべてそのままの形であれば 2。長く続けて一致するほど高い',
    '優先: リリースと売り方、新しいページ、重要なリリースに 0.25 まで。中止や見送りになったものは −0.1',
  ],

  judging: '質問を 1 つずつ検索しています …',
  noQuery: '質問がありません。`query` の列に書くか、行ごと消してください。',
  sameQuery: (query, line) => `${quote(query)} は ${line} 行目にもあります。ページを 1 行にまとめてください。`,
  hiddenPage: (name) =>
    `${quote(name)} はこの公開範囲では見えません。\`--visibility\` を変えるか、このページを外してください。`,
  badResult: (result) =>
    `\`result\` の ${quote(result)} は使えません。順番（0 は見つからない）か \`nothing\`、\`something\` にしてください。\`--record\` で書き直せます。`,
  all: 'すべて',
  nothingRight: (right, all) =>
    `答えのページがない質問では、${all} 問のうち ${right} 問で何も見つかりませんでした（${Math.round((100 * right) / all)}%）。`,
  measuresLegend: [
    'recall@1 と recall@5 は、正しいページが 1 番目に、または 5 番目までに出た質問の割合。MRR は「1 ÷ 順番」の平均です。',
  ],
  measure: { first: 'recall@1', five: 'recall@5', rank: 'MRR', nothing: '何もないときに何も出ない割合' },
  failed: (count) => `うまくいかなかった質問（${count} 問）:`,
  missed: (query, result, instead) =>
    `${said(query)} ${resultOf(result)}${instead.length > 0 ? `。${typeof result === 'number' && result > 0 ? '先に出たもの' : '出たもの'}: ${instead.join('、')}` : ''}`,
  unrecorded: (file) =>
    `まだ控えがありません。\`--record\` を付けると結果を ${quote(file)} に控え、次からは悪くなったときに失敗にします。`,
  recorded: (file) => `${quote(file)} に控えました。質問のファイルと一緒にコミットしてください。`,
  worse: (file) => `${quote(file)} の控えより悪くなりました:`,
  better: '控えより良くなりました:',
  fell: '悪くなった質問:',
  rose: '良くなった質問:',
  moved: (query, before, now) => `${said(query)} ${resultOf(before)} → ${resultOf(now)}`,
  same: '控えと同じ良さです。',
  fresh: (count) => `${count} 問は、新しいか答えを直したものなので、比べていません。`,
  recordAgain: '`--record` を付けて実行すると、これからはこの結果と比べます。',

  noProposals: '挙げるものはありません。同じものを指すとはっきりわかる言葉は、用語集にそろっています。',
  proposals: (count) => `${count} 件あります。何も書き込んでいません。合っているものだけを書き足してください。`,
  moreProposals: (count) => `ほかの ${count} 件は \`--json\` で見られます。`,
  addTo: (path, title) => `${path}（${title}）をこう書き換える`,
  makeNew: (path) => `${path} を新しく作る`,
  because: {
    said: (word) => `${said(word)} 同じものだと書いてある`,
    brackets: (word) => `${said(word)} 括弧で言い換えてある`,
    short: (word) => `${said(word)} 略した形で、同じページに出てくる`,
    sound: (word) => `${said(word)} 読みが同じで、同じページに出てくる`,
    asked: (word) => `${said(word)} この言葉の質問でこのページが最初に出ず、どのページにもない`,
  },
};
