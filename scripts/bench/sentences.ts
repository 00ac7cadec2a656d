/** Sentences with gaps. `{feature}` is the subject of the document, `{2-40}` a number, other names are in `words.ts`. */
import type { Language } from './words.ts';

export type Use =
  | 'fact'
  | 'reason'
  | 'open'
  | 'ask'
  | 'object'
  | 'answer'
  | 'care'
  | 'number'
  | 'outside'
  | 'never'
  | 'heard'
  | 'todo'
  | 'means';

export const sentences: { readonly [L in Language]: { readonly [U in Use]: readonly string[] } } = {
  ja: {
    fact: [
      '{feature}の画面で、{thing}と{thing}を並べて見られます。',
      '{place}では{thing}を{tool}で管理し、{who}が{when}に{doing}。',
      '{menu}の「{item}」を開くと、{thing}が{result}。',
      '対象は{place}が{2-40}か所以上ある会社で、従業員は{80-1900}名までを想定しました。',
      '{who}が直した{thing}は、{when}まで{result}。',
      '**{thing}は既定で見えません。**{menu}の「{item}」で{who}に見せるかを選びます。',
      '`{A}-{100-499}` が出た行だけを直せば、残りの{20-900}行はそのまま登録できます。',
      '一度に扱えるのは{200-9000}行まで、{when}は{2-9}分ほどかかります。',
      '{feature}と{thing}の順番は入れ替えられません。先に{thing}を決めてください。',
      '{first}{second}の{place}{3-30}か所で{2-8}週間試し、{thing}の差は{0-9}件でした。',
    ],
    reason: [
      '最初の案では{thing}を推測していましたが、{place}の{2-30}件で外れたのでやめました。',
      '{who}に聞くと、つらいのは{feature}そのものではなく、{thing}を{doing}ことでした。',
      'なぜ{tool}をやめさせないのか。{place}では{who}がそれで{20-90}人分を回しているからです。',
      '{feature}を急いだのは、{when}に{trouble}という声が{3-40}社から届いたためです。',
      '{thing}を止めずに警告にしたのは、{who}が{when}に身動きできなくなるのを避けるためという判断です。',
      '便利さよりも、{thing}が{result}ことを選びました。{place}の{who}の希望でもあります。',
      '{2-9}割の会社は{thing}を{doing}ので、{feature}だけを変えても時間は減りません。',
    ],
    open: [
      '「{feature}は、どなたが{tool}でまとめていますか」と聞いてください。',
      '「{when}に{thing}を見ているのは誰ですか」から入ると、{who}の話になります。',
      'デモは{place}{5-40}か所、従業員{90-700}名のサンプルで。{thing}を{2-9}件だけ残しておきます。',
      '売り込まず、{first}{second}で聞いた話として、{thing}が{result}ところを見せる。',
      '{who}が{trouble}と言ったら、そこで{feature}の画面を出します。',
      '刺さるのは機能の数ではなく、{when}に{thing}が{result}という一点です。',
    ],
    ask: [
      '{thing}を最後に確かめる人と、{feature}を決める人は同じですか',
      '{when}に{thing}で止まったことは、この{2-12}か月で何回ありますか',
      '{place}から届く{thing}は、{tool}ですか、それとも画面ですか',
      '{who}が休んだ月、{feature}はどなたが代わりますか',
      '{thing}の数え方は、{place}ごとに違いますか（違うなら先に揃える話になります）',
      '{feature}に月に何時間かけていますか。{who}の分も足してください',
    ],
    object: [
      '「{rival}」',
      '「{feature}より{thing}を先にしてほしい」',
      '「{who}が新しい画面をいやがる」',
      '「{place}には{tool}しかない」',
      '「{when}には導入できない」',
      '「{2-9}割は合っているので急がない」',
    ],
    answer: [
      '→ 正直に、そのとおりですと言う。そのうえで{thing}だけを{2-6}件、その場で見てもらう。',
      '→ {when}を避けて始められます。最初の{1-3}か月は{tool}と並べて動かしてください。',
      '→ {thing}を触るのは{who}だけです。{place}の人は今のまま、何も変えません。',
      '→ 反論しない。{first}{second}でも同じことを言われ、{2-9}か月後に向こうから電話があった。',
      '→ {feature}は全プランで使えます。{thing}を拠点ごとに変えたいときがプロの話です。',
      '→ 使い方の話にしない。{trouble}ことを、今年いくつ見つけたかを聞く。',
    ],
    care: [
      '初回は必ず過ぎた月の{thing}で試してもらってください。',
      '{when}に{feature}を切り替えると、{who}に{20-400}通の通知が飛びます。',
      '`{A}-{100-499}`（{thing}が見つかりません）は、たいてい{tool}の見出し行が原因です。',
      '{thing}の名前を月の途中で変えると、{place}の全員が差ありになります。',
      '{place}が{10-60}か所を超える会社は、{menu}の「{item}」を先に確認。',
      '{who}が{doing}あいだは、{feature}を有効にしないでください。',
      '画面の「{item}」は{who}には見えません。見せたいときは{menu}で権限を足します。',
    ],
    number: [
      '{thing}の件数は{40-900}件から{3-39}件に減りました（{first}{second}、{2-9}か月）。',
      '{feature}を使う{place}は{200-2900}か所、全体の{11-64}%です。',
      '締めから確定まで{4-6}.{0-9}日。{when}は{0-1}.{1-9}日延びます。',
      '問い合わせは月に{12-340}件、そのうち{thing}が{21-78}%。',
      '対象の契約企業は{30-400}社、{when}までに{5-29}社が切り替えを終える見込みです。',
      '{who}の確認時間は平均{12-95}分、中央値は{5-11}分でした。',
    ],
    outside: [
      '{feature}を、{menu} ＞ {item}からご利用いただけるようになりました。',
      'これまで{tool}でまとめていただいていた{thing}を、画面で確認できます。',
      '{when}の作業が少なくなるよう、{thing}は自動で{result}ようにしました。',
      '設定の変更は不要です。{thing}の表示だけを変えたい場合は、{menu}の「{item}」をご覧ください。',
      'お手元の{tool}は、しばらく並べてお使いいただけます。',
    ],
    never: [
      '{thing}の自動作成。作る予定はありません',
      '{place}の{tool}がそのまま読めること',
      '{feature}だけで{thing}の間違いがなくなること',
      '{when}までに全社で使えるようになるという日付',
      '他社から出力した{thing}の取り込み',
      '{who}への通知を完全に止めること',
    ],
    heard: [
      '{when}は{thing}を{tool}で{doing}んです。{place}{5-40}か所ぶんですよ',
      '{who}に聞かないと分からへんので、毎月電話してます。{thing}だけで{2-9}時間',
      '正直、{feature}よりも{thing}が{result}ほうが助かります',
      '{trouble}って言うたら、それが普通やと思われてました',
      '新しい画面は{when}には触れません。間違えたら給料ですから',
      '{place}の人は紙です。写真で送ってもらって、私が{doing}',
    ],
    todo: [
      '{thing}を{2-9}件ずつ取り出し、{who}に見てもらう',
      '{place}{3-20}か所で{2-6}週間ためす',
      '{feature}の文言を{menu}の用語にそろえる',
      '`{A}-{100-499}` の案内を{who}向けに書き直す',
      '{when}の前に{thing}の既定値を決める',
      '{tool}からの移し替えを{30-240}分で終えられるようにする',
    ],
    means: [
      '{feature}のうち、{thing}を{when}の時点で数えたもの。',
      '{place}では{thing}と呼ぶことがあるが、{menu}の画面ではこの語を使う。',
      '{thing}を含めるかは会社ごとに違い、就業規則の定めによる。',
      '似た語に「{item}」があるが、{who}が確定したあとの数を指す。',
      '割り切れないときは{1-9}円未満を切り捨て、{thing}に足さない。',
    ],
  },
  en: {
    fact: [
      'The {feature} page puts {thing} and {thing} side by side.',
      'In a {place}, {thing} live in {tool} and are {doing} on {when}.',
      'Open {menu} ＞ {item} and the row {result}.',
      'It is meant for companies with {2-40} sites or more and up to {80-1900} employees.',
      '**{thing} are hidden by default.** A {who} turns them on under {menu} ＞ {item}.',
      'Fix the rows marked `{A}-{100-499}`; the other {20-900} rows can be registered as they are.',
      'One run takes {200-9000} rows and about {2-9} minutes on {when}.',
      '{first} {second} tried it at {3-30} sites for {2-8} weeks and found {0-9} differences in {thing}.',
    ],
    reason: [
      'Our first draft guessed {thing}, and in {2-30} cases it guessed wrong.',
      'What hurts a {who} is not the {feature} itself but that everything {trouble}.',
      'We chose a warning over a stop, because on {when} nobody can afford to be stuck.',
      '{3-40} customers told us that it {trouble}, and that was enough to start.',
      'In {2-9} out of ten companies {thing} are {doing}, so a faster screen alone saves nothing.',
    ],
    open: [
      'Ask: “Who keeps {thing} in {tool}, and who checks them on {when}?”',
      'Let the {who} count the hours out loud, then show how it {result}.',
      'Demo with {5-40} sites and {90-700} employees; leave {2-9} rows of {thing} open.',
      'Tell the story of {first} {second}, not the list of functions.',
    ],
    ask: [
      'Does the person who checks {thing} also decide on the {feature}?',
      'How often did {thing} stop you in the last {2-12} months?',
      'When a {who} is away, who takes over the {feature}?',
      'Do {thing} arrive from each {place} in {tool}?',
    ],
    object: [
      '“But {rival}.”',
      '“A {who} will not learn another screen.”',
      '“Every {place} here works with {tool}.”',
      '“Not before {when}.”',
    ],
    answer: [
      '→ Agree, then look at {2-6} rows of {thing} together.',
      '→ Run both for {1-3} months. Nothing has to be switched off on {when}.',
      '→ Only a {who} sees it; people at the {place} change nothing.',
      '→ Say what {first} {second} said after {2-9} months, with “on average” in the sentence.',
    ],
    care: [
      'Always try the first import with a month that is over.',
      'Switching the {feature} on {when} sends {20-400} messages to every {who}.',
      '`{A}-{100-499}` nearly always means a heading row left over from {tool}.',
      'Renaming {thing} in mid-month marks everybody at the {place} as changed.',
      'With more than {10-60} sites, look at {menu} ＞ {item} first.',
    ],
    number: [
      '{thing} fell from {40-900} to {3-39} a month at {first} {second}.',
      '{200-2900} sites use the {feature}, {11-64} % of all.',
      'Closing takes {4-6}.{0-9} business days, and {0-1}.{1-9} more on {when}.',
      'A {who} spends {12-95} minutes on it, {5-11} at the median.',
    ],
    outside: [
      'The {feature} is now available under {menu} ＞ {item}.',
      'You can check {thing} on screen instead of keeping them in {tool}.',
      'No setting has to be changed; {thing} look the same until you turn them on.',
    ],
    never: [
      'That {thing} are created automatically.',
      'That files from {tool} can be read as they are.',
      'A date before {when}.',
      'That the {feature} finds every mistake in {thing}.',
    ],
    heard: [
      'On {when} I go through {thing} in {tool}, {5-40} sites of them',
      'Honestly, if it just {result}, I would be happy',
      'It {trouble} and everybody here thinks that is normal',
    ],
    todo: [
      'Show {2-9} rows of {thing} to a {who} and watch',
      'Try it in {3-20} sites for {2-6} weeks',
      'Rewrite what `{A}-{100-499}` says',
      'Settle the default for {thing} before {when}',
    ],
    means: [
      'The part of the {feature} that counts {thing} as of {when}.',
      'A {place} may call it {thing}; our screens never do.',
      'Whether {thing} are included depends on the rules of employment.',
    ],
  },
};

/** What a sentence within a paragraph may begin with. */
export const openers: { readonly [L in Language]: readonly string[] } = {
  ja: [
    'ただし、',
    'もう一つ。',
    '{first}{second}の{who}によると、',
    '{place}{2-40}か所を回って分かったことですが、',
    '{when}に数え直したところ、',
    '2026年{1-11}月の時点で、',
    '{tool}を見せていただくと、',
    '前の版から{2-14}か月、',
    '{who}と{who}で意見が割れましたが、',
    '例えば{first}{second}（従業員{40-980}名）では、',
    '{menu}から見ると、',
    '社内で{2-9}回話し合い、',
    '言いかえると、',
    '{place}の{who}に多いのは次の話です。',
    '昨年の{when}と比べて、',
    '裏を返せば、',
  ],
  en: [
    'That said: ',
    'One more thing. ',
    '{first} {second} told us this: ',
    'After {2-40} site visits: ',
    'Counted again on {when}: ',
    'As of month {1-11} of 2026: ',
    'A {who} and a {who} disagreed here. ',
    'For example, {first} {second} ({40-980} employees): ',
    'Seen from {menu}: ',
    'After {2-9} rounds inside the company: ',
    'Put differently: ',
    'Compared with last {when}: ',
  ],
};
