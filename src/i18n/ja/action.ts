import type { Messages } from '../index.ts';

export const action: Messages['action'] = {
  checked: 'コンテンツの確認',
  searched: '検索の確認',
  place: '場所',
  problem: '内容',
  more: (count) => `… ほか ${count} 件。\`kairanban check\` ですべて見られます。`,
  changedRules: (rules) => `この変更は ${rules.join('、')} の厳しさを変えています。確認には変更前の設定を使いました。`,
  outcome: {
    'nothing-due': 'この push で新しくお知らせするリリースはありません。',
    'no-base': '比べる前のコミットがないため、投稿していません。いま公開中のリリースは次のとおりです。',
    'no-channel': '`slack-webhook-url` がないか、要約だけの指定のため、投稿していません。',
    'dry-run': '試し実行です。実際には次の内容を投稿します。',
    sent: 'Slack に投稿しました。',
    failed: (detail) => `Slack に投稿できませんでした（${detail}）。手で投稿できるよう、内容を残します。`,
  },
  failedDelivery: (detail) => `Slack に投稿できませんでした（${detail}）。内容はジョブの概要にあります。`,
  failedCheck: (errors, warnings) => `コンテンツの確認で、エラー ${errors} 件、警告 ${warnings} 件が見つかりました。`,
  failedSearch:
    '検索の結果が控えより悪くなったか、質問のファイルを読めません。どの質問かはジョブの概要にあります。それで正しければ `kairanban search --judge ファイル --record` で控え直してください。',
  unknownInput: (name, value, expected) => `\`${name}\` に \`${value}\` は使えません。${expected}を指定してください。`,
  baseMissing: (sha, why) =>
    `比べる前のコミット ${sha} を読めませんでした: ${why}。続くようなら actions/checkout に \`fetch-depth: 0\` を指定してください。`,
  noRepository: (why) =>
    `前のコミットと比べられません: ${why}。この手順より前に \`actions/checkout\` を実行してください。`,
  notCheckedOut: (folder) =>
    `コンテンツのフォルダー \`${folder}\` も Git のリポジトリもここにありません。この手順より前に \`actions/checkout\` を実行してください。`,
  contentMissing: (folder) =>
    `コンテンツのフォルダー \`${folder}\` がありません。入力 \`content:\` で指定するか、\`releases/\` に Markdown ファイルを置いて作ってください。`,
  badEvent: (path) =>
    `イベントの内容 \`${path}\` を JSON のオブジェクトとして読めません。前のコミットはないものとして続けます。`,
  gitFailed: (what, name, detail) => {
    const said = {
      'no-git': 'git を実行できません',
      'no-repository': `\`${name}\` は Git のリポジトリの中にありません`,
      'no-commit': `コミット \`${name}\` がありません`,
      'no-merge-base': 'いまのチェックアウトと共通のコミットがありません。浅いクローンなら履歴をもっと取得してください',
      failed: `\`${name}\` に失敗しました`,
    }[what];
    return detail === '' ? said : `${said}（${detail}）`;
  },
};
