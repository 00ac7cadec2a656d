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
    failed: (why) => `Slack に投稿できませんでした。${why}手で投稿できるよう、内容を残します。`,
  },
  older: (count) =>
    `30 日より前のリリース ${count} 件は、過去の記録として追加されたものとみなし、お知らせしていません。ポータルには載ります。`,
  coming: (count) =>
    `まだ日が来ていないリリースが ${count} 件あります。その日が来たあと、最初に push されたときにお知らせします。`,
  shortJson: (count) =>
    `出力 \`summary-json\` には ${count} 件が入りきりませんでした（GitHub の上限は 1 MB です）。\`kairanban summary --format json\` ならすべて得られます。`,
  failedDelivery: (why) => `Slack に投稿できませんでした。${why}内容はジョブの概要にあります。`,
  undelivered: (what, detail) => {
    const secret = 'シークレット SLACK_WEBHOOK_URL（入力 `slack-webhook-url`）';
    const said = detail === '' ? '' : `（${detail}）`;
    return {
      'no-address': `${secret}の値が Web のアドレスではありません。Slack の Incoming Webhook のアドレスを、引用符や空白を付けずに入れてください。`,
      'no-https': `${secret}のアドレスが \`https://\` で始まっていません。Slack の Incoming Webhook のアドレスを入れてください。`,
      'no-connection': `接続できませんでした${said}。${secret}のアドレスとネットワークを確かめて、ジョブを実行し直してください。`,
      'no-answer': `送ったあと返事がなく${said}、届いたかどうか分かりません。チャンネルを見て、届いていないときだけジョブを実行し直してください。`,
      redirect: `アドレスが別の場所に転送されています${said}。転送先には送りません。Slack の画面に出る Webhook のアドレスを、${secret}に入れ直してください。`,
      busy: `Slack が混み合っているか、不調です${said}。時間をおいてジョブを実行し直してください。`,
      refused: `Slack が受け付けませんでした${said}。${secret}のアドレスを確かめてください。`,
      'no-webhook': `この Webhook は Slack にないか、止められています${said}。Slack で作り直し、新しいアドレスを${secret}に入れてください。`,
      'no-channel': `Webhook の投稿先がなくなっています${said}。別のチャンネルの Webhook を作り、そのアドレスを${secret}に入れてください。`,
      archived: `チャンネルがアーカイブされています${said}。チャンネルを元に戻すか、別のチャンネルの Webhook を作ってアドレスを${secret}に入れてください。`,
      prohibited: `このチャンネルへの投稿を、Slack のワークスペースの管理者が制限しています${said}。管理者に相談するか、別のチャンネルの Webhook にしてください。`,
      'bad-message': `Slack が内容を理解できませんでした${said}。kairanban の不具合です。ジョブの概要の内容を添えてお知らせください。`,
    }[what];
  },
  failedCheck: (errors, warnings) => `コンテンツの確認で、エラー ${errors} 件、警告 ${warnings} 件が見つかりました。`,
  postedAlready: 'お知らせは投稿済みです。このジョブを実行し直すと、もう一度投稿されます。',
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
