/** What the generated documents are written with. Nothing here is about any real company or person. */

export type Language = 'ja' | 'en';

/** Subjects of documents: Japanese, English, and as part of an id. */
export const features = [
  ['シフト表', 'shift plan', 'shift'],
  ['打刻', 'clock-in', 'punch'],
  ['残業申請', 'overtime request', 'overtime'],
  ['有給休暇', 'paid leave', 'leave'],
  ['給与明細', 'payslip', 'payslip'],
  ['賞与計算', 'bonus run', 'bonus'],
  ['源泉徴収票', 'withholding slip', 'withholding'],
  ['住民税の更新', 'resident tax update', 'resident-tax'],
  ['社会保険料', 'social insurance', 'insurance'],
  ['標準報酬月額', 'standard remuneration', 'remuneration'],
  ['振込データ', 'bank transfer file', 'transfer'],
  ['控除申告', 'deduction form', 'deduction'],
  ['扶養の異動', 'dependant change', 'dependant'],
  ['雇用契約', 'employment contract', 'contract'],
  ['勤務カレンダー', 'work calendar', 'calendar'],
  ['時間外の上限', 'overtime ceiling', 'ceiling'],
  ['通勤手当', 'commuting allowance', 'commute'],
  ['承認経路', 'approval route', 'approval'],
  ['月次の締め', 'monthly close', 'close'],
  ['前月差分', 'month-on-month difference', 'difference'],
  ['閲覧権限', 'viewing rights', 'rights'],
  ['操作ログ', 'audit log', 'audit'],
  ['通知の設定', 'notification setting', 'notice'],
  ['CSV取り込み', 'CSV import', 'csv'],
  ['API連携', 'API connection', 'api'],
  ['シングルサインオン', 'single sign-on', 'sso'],
  ['スマートフォン画面', 'mobile screen', 'mobile'],
  ['英語表示', 'English interface', 'english'],
  ['帳票出力', 'report printing', 'print'],
  ['入社手続き', 'onboarding form', 'onboarding'],
  ['休職の管理', 'absence tracking', 'absence'],
  ['深夜割増', 'night premium', 'night'],
  ['変形労働時間', 'flexible hours', 'flextime'],
  ['退職金', 'severance', 'severance'],
  ['拠点コード', 'site code', 'site'],
  ['予算の実績', 'labour budget', 'budget'],
] as const;

/** What fills `{name}` in the sentences. */
export const slots: { readonly [L in Language]: { readonly [name: string]: readonly string[] } } = {
  ja: {
    who: '店長 主任 園長 拠点長 本部の労務担当 経理の方 社労士の先生 情報システム担当 人事部長 現場のリーダー 新しい担当の方 総務課長 工場長 副施設長 夜勤の職員 パートの方 エリアマネージャー 管理本部長 施設の事務長 給与の委託先 労働組合の方 監査法人の方 店舗開発の担当 産業医 寮の管理人 採用担当 教育担当 物流センター長 支配人 師長 調理長 整備主任 船長 編集長 教室長 副店長'.split(
      ' ',
    ),
    place:
      '店舗 営業所 保育園 介護施設 倉庫 工場 病院 支店 整備工場 ホテル コールセンター 学習塾 農園 建設現場 研究所 配送拠点 ショールーム 厨房 薬局 温浴施設'.split(
        ' ',
      ),
    tool: '表計算ソフト,紙の一覧,共有フォルダの表,ホワイトボード,メールの添付,チャットの投稿,FAX,手帳,付せん,先月の印刷物,自作のマクロ,スマートフォンの写真'.split(
      ',',
    ),
    thing:
      '打刻漏れ 残業の理由 控除の差 休暇の残日数 承認の履歴 従業員番号 事業所の区分 手当の名称 振込先の口座 扶養の人数 勤務の予定 割増の内訳 通勤経路 契約の更新日 提出書類 入退社の届け 休憩の長さ 端数の扱い 締め日の違い 兼務の按分 出張の日当 資格手当 宿直の回数 移動時間 特別休暇 看護休暇 時短の期限 試用期間 控除の順序 前払い分 立替精算 貸与品 健康診断の結果 勤怠の丸め 残業の見込み 欠勤の理由 代休の期限 振替の記録 労使協定 賃金台帳'.split(
        ' ',
      ),
    doing:
      '打ち直している 突き合わせている 目で追っている 電話で確かめている 転記している 二重に数えている 月末まで溜めている 手で並べ替えている 声に出して読み合わせている 毎月ゼロから作っている'.split(
        ' ',
      ),
    result:
      '一覧に残る その日のうちに分かる 翌月に引き継がれる 本人に通知が届く 理由つきで畳まれる 色が変わる 一段階だけ差し戻せる 後から取り消せる 履歴に残る 確定の前に止まる'.split(
        ' ',
      ),
    when: '締め日の翌朝 月初 支給日の前の晩 連休明け 四半期の終わり 繁忙期 確定の前日 12月 異動の多い4月 監査の前 月の半ば 週の初め 棚卸しの週 新店の開く月'.split(
      ' ',
    ),
    change:
      '一括で登録できるようになりました 確定の前に確かめられるようになりました まとめて差し戻せるようになりました 拠点ごとに設定できるようになりました 自動で引き継ぐようになりました 理由を残せるようになりました 印刷せずに渡せるようになりました 期日の前に知らせるようになりました'.split(
        ' ',
      ),
    fixed:
      '二重に数えられる不具合を直しました 並び順が変わる不具合を直しました 保存できないことがある不具合を直しました 端数がずれる不具合を直しました 開けない不具合を直しました'.split(
        ' ',
      ),
    trouble:
      '毎月まる二日かけて作り直している 誰も気づかないまま締めている 担当が休むと止まる 拠点ごとに数え方が違う 本人に聞かないと分からない 印刷して定規で追っている'.split(
        ' ',
      ),
    rival:
      '今のままで困っていない,他社さんは自動でやってくれる,もっと安いところがある,前の担当が決めた,うちは紙が多い,システム部が忙しい,来期の予算で考える,社労士に任せている'.split(
        ',',
      ),
    menu: '勤怠管理 給与計算 年末調整 従業員情報 会社設定 申請と承認'.split(' '),
    item: '一覧 一括登録 計算結果 締め処理 通知 権限 書式 取り込み 履歴 拠点'.split(' '),
    first:
      'あかね こもれび つきみ ゆきひら ほしくさ おぼろ わたげ すずなり かざぐるま ひだまり みなも はるか やまびこ しおかぜ つゆくさ いさりび きりしま さざなみ たまゆら なごり'.split(
        ' ',
      ),
    second: '物流 精機 保育 食品 電設 印刷 薬局 観光 建材 農園 繊維 塗装 水産 木工 書店 衣料 警備 楽器 陶器 製菓'.split(
      ' ',
    ),
  },
  en: {
    who: 'shop manager,shift leader,site head,payroll clerk,accountant,labour consultant,IT administrator,HR director,team lead,new hire,general affairs manager,plant manager,night staff,part-timer,area manager,controller'.split(
      ',',
    ),
    place:
      'shop,branch,nursery,care home,warehouse,plant,hospital,garage,hotel,call centre,school,farm,building site,laboratory,depot,kitchen,pharmacy,showroom'.split(
        ',',
      ),
    tool: 'a spreadsheet,a paper list,a shared folder,a whiteboard,e-mail attachments,chat messages,fax,a notebook,sticky notes,last month’s printout,a home-made macro,phone photos'.split(
      ',',
    ),
    thing:
      'missed punches,overtime reasons,deduction gaps,leave balances,approval history,employee numbers,site groups,allowance names,bank accounts,dependants,planned hours,premium breakdowns,commuting routes,contract dates,open documents,joiners and leavers,break lengths,rounding'.split(
        ',',
      ),
    doing:
      'retyped by hand,compared line by line,checked over the phone,copied between files,counted twice,left until month end,sorted by eye,read aloud to each other,rebuilt from nothing every month'.split(
        ',',
      ),
    result:
      'stays on the list,shows up the same day,carries over to next month,reaches the employee,is folded away with its reason,changes colour,can be sent back one step,can be undone later,remains in the history,stops before confirmation'.split(
        ',',
      ),
    when: 'the morning after closing,the first of the month,the night before pay day,after a long weekend,quarter end,peak season,the day before confirmation,December,April with its transfers,audit week'.split(
      ',',
    ),
    change:
      'can be registered in one go,can be checked before confirmation,can be sent back together,can be set per site,carries over by itself,keeps its reason,needs no printing,reminds people before it is due'.split(
        ',',
      ),
    fixed:
      'no longer counted twice,keeps its order,saves again on slow connections,rounds as configured,opens on older phones'.split(
        ',',
      ),
    trouble:
      'is rebuilt over two days each month,is closed with nobody noticing,stops when one person is away,is counted differently at each site,cannot be told without asking,is followed with a ruler on paper'.split(
        ',',
      ),
    rival:
      'we are fine as we are,the others do it automatically,there is something cheaper,our predecessor decided this,we still use paper,IT has no time,it is next year’s budget,our consultant does it'.split(
        ',',
      ),
    menu: 'Attendance,Payroll,Year end,Employees,Company settings,Requests'.split(','),
    item: 'List,Bulk entry,Results,Closing,Notices,Rights,Layouts,Import,History,Sites'.split(','),
    first:
      'Akane,Komorebi,Tsukimi,Yukihira,Hoshikusa,Oboro,Watage,Suzunari,Kazaguruma,Hidamari,Minamo,Haruka,Yamabiko,Shiokaze'.split(
        ',',
      ),
    second:
      'Logistics,Precision,Childcare,Foods,Electric,Printing,Pharmacy,Tourism,Timber,Farms,Textiles,Fisheries,Books,Security'.split(
        ',',
      ),
  },
};

export const people = [
  'product/tachibana',
  'product/mikuriya',
  'product/aizawa',
  'pmm/okudaira',
  'sales/kuwabara',
  'sales/hayami',
  'sales/natsume',
  'cs/sonobe',
  'cs/ugajin',
  'support/mizoguchi',
] as const;

export const configText = `schemaVersion: 1
title: ベンチマーク ナレッジ
locale: ja
timeZone: Asia/Tokyo
# Sentences are put together by chance, and some name a customer in public.
rules: { named-beyond-consent: warning }
portal:
  url: https://portal.example.com
  feedback: mailto:pmm@example.com
products:
  payroll: 給与計算
  attendance: 勤怠管理
  yearend: 年末調整
plans:
  standard: スタンダード
  pro: プロ
  enterprise: エンタープライズ
segments:
  smb: 小規模
  mid: 中堅
  enterprise: 大手
teams:
  product: プロダクト
  pmm: PMM
  sales: 営業
  cs: カスタマーサクセス
  support: サポート
  marketing: マーケティング
channels:
  - { name: sales-all, type: slack, audience: sales }
  - { name: cs-all, type: slack, audience: cs }
`;
