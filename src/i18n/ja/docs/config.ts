import type { Docs } from '../../docs.ts';
import { reviewDocs, ruleDocs } from '../../docs-each.ts';
import { rules } from '../rules.ts';
import { words } from '../words.ts';

export const config: Docs['config'] = {
  about:
    'サイトの名前、製品やチームの一覧、読み手、確認の厳しさを決める、ただ 1 つの設定ファイルです。なくても動きます。`products` などの一覧は、書いたときだけ、ほかのファイルの ID が合っているかが確かめられます。営業企画や PMM など、言葉をそろえる人が管理します。',
  fields: {
    schemaVersion: ['この設定ファイルの書き方の版。書かなくてかまいません。', '1'],
    title: ['ポータルの名前。画面の上とお知らせに出ます。', 'ほしぞら労務 ナレッジ'],
    locale: ['ポータルとお知らせの言語。`ja` は日本語、`en` は英語です。', 'ja'],
    timeZone: ['「今日」を決める時間帯の名前。', 'Asia/Tokyo'],
    portal: ['ポータルの場所と、そこからのリンク。'],
    'portal.url': [
      'ポータルを公開するアドレス。書くと、お知らせからページに飛べます。書かなければ、お知らせにリンクは付きません。',
      'https://portal.example.com',
    ],
    'portal.feedback': [
      '「このページは違う」と気づいた人が知らせる先、検索で見つからなかった人がページを頼む先。メールか Web のアドレスです。探していた言葉は自動で入ります（Web の場合は `title` と `body`。GitHub の Issue がこの形です）。書かなければリンクは出ません。社外（パートナー・公開）向けのポータルにも出ません。',
      'mailto:pmm@example.com',
    ],
    'portal.edit': [
      'ファイルを編集する画面のアドレス（コンテンツのフォルダーまで）。GitHub のものなら、新しいページもポータルから書き始められます。書かなければ、「編集」のリンクは出ません。',
      'https://git.example.com/hoshizora/knowledge/edit/main/content',
    ],
    'portal.logo': ['名前の前に出す画像。コンテンツのフォルダーに置きます。SVG・PNG・JPEG・WebP。', 'brand/logo.svg'],
    'portal.accent': [
      'リンクやボタンの色。引用符で囲みます。文字が読める濃さが必要です。薄い色と暗い画面の色は、ここから作られます。',
      "'#0b6e4f'",
    ],
    'portal.home': [
      'ホームに並べるもの。この順に出ます。`new` 前回からの新着、`todo` やること、`selling` 売り方、`loop` 止まっているところ、`all` すべての一覧。書かなければ、すべて出ます。',
      '[new, todo, all]',
    ],
    products: ['製品の一覧。左が ID、右が画面に出る名前です。', '{ payroll: 給与計算, attendance: 勤怠管理 }'],
    plans: ['契約プランの一覧。左が ID、右が画面に出る名前です。', '{ standard: スタンダード, pro: プロ }'],
    segments: ['お客様の規模の分け方。左が ID、右が画面に出る名前です。', '{ smb: 中小企業, enterprise: 大企業 }'],
    teams: [
      'チームの一覧。左が ID、右が画面に出る名前です。`owner` などの `チーム/名前` の前半と照らし合わされます。',
      '{ product: プロダクト, sales: 営業 }',
    ],
    audiences: [
      '読み手の一覧。sales・cs・marketing・product・executive・customer の 6 つは書かなくてもあり、変えたいところだけを書きます。左に ID を書きます。',
    ],
    'audiences.label': ['画面に出る名前。書かなければ、決められた名前か ID が出ます。', '営業'],
    'audiences.level': [
      'この読み手に見せてよい範囲。customer は公開、ほかは社内限りです。新しく作った読み手も社内限りになります。',
      'internal',
    ],
    'audiences.headings': [
      'この読み手のための節の見出し。本文にこの見出しがあると、その読み手に届きます。',
      '[営業向け, For sales]',
    ],
    'audiences.budget': ['1 週間にこの読み手に届ける量の上限。多すぎて読まれなくなるのを防ぐための目安です。'],
    'audiences.budget.items': ['お知らせの件数。', '8'],
    'audiences.budget.characters': ['お知らせの文字数。', '3000'],
    channels: ['知らせる先の名前。Webhook のアドレスなどの秘密は、ここには書きません。'],
    'channels.name': ['知らせる先の名前。ほかと重ならないようにします。', 'sales-payroll'],
    'channels.type': ['何で知らせるか。', 'slack'],
    'channels.audience': ['誰に知らせるか（読み手の ID）。', 'sales'],
    'channels.products': ['どの製品の知らせを流すか。書かなければ、すべての製品です。', '[payroll]'],
    review: [
      '種類ごとの、見直しの間隔。`reviewed` からこの日数が過ぎると警告が出ます。書かなければ、売り方は 90 日、導入事例・ペルソナ・ジャーニーは 180 日で、ほかは警告しません。',
    ],
    ...reviewDocs((kind) => [`「${words.kind[kind]}」のページを何日ごとに見直すか。`, '90d']),
    rules: [
      '確認の厳しさ。`off` は知らせない、`warning` は警告、`error` はエラー。書かないものは、決められた厳しさのままです。',
    ],
    ...ruleDocs(
      (rule, severity) => `${rules[rule]}書かなければ${{ error: 'エラー', warning: '警告' }[severity]}です。`,
    ),
    import: ['ほかのツールから持ってきたファイルの読み方。'],
    'import.fields': [
      '項目の名前の読み替え。左が元の名前、右が kairanban の名前です。`list` は、同じ名前の一覧という意味です。',
      '{ authors: owner }',
    ],
    'import.unknownFields': ['知らない項目があったときにどうするか。', 'warn'],
    'import.ids': [
      'ページの ID を何から作るか。`name` はファイルの名前、`path` はフォルダーの名前も含みます（`releases/2024/R1/uk.md` は `2024-R1-uk`）。別のフォルダーに同じ名前のファイルがあるときは `path` にします。書かなければ `name` です。',
      'path',
    ],
  },
  example: {
    path: 'kairanban.yaml',
    text: `title: ほしぞら労務 ナレッジ
locale: ja
portal:
  url: https://portal.example.com
  feedback: mailto:pmm@example.com
products:
  payroll: 給与計算
  attendance: 勤怠管理
plans:
  standard: スタンダード
  pro: プロ
segments:
  mid: 中堅（100〜499名）
  enterprise: 大手（500名以上）
teams:
  product: プロダクト
  pmm: PMM
  sales: 営業
  cs: カスタマーサクセス
audiences:
  sales:
    label: 営業
    headings: [営業向け, For sales]
    budget: { items: 8, characters: 3000 }
channels:
  - { name: sales-payroll, type: slack, audience: sales, products: [payroll] }
review:
  enablement: 90d
rules:
  stale-page: warning
`,
  },
};
