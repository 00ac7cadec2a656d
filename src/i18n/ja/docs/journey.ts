import type { KindDoc } from '../../docs.ts';

export const journey: KindDoc<'journey'> = {
  about:
    'お客様の仕事を、始まりから終わりまで段階に分けて書くページです。PdM が段階と行動を、CS が機能と機能の間で起きている困りごと（ギャップ）を書きます。リリースは、どのギャップを埋めたかをここに結び付けます。',
  fields: {
    persona: ['誰の仕事の流れか（ペルソナの ID）。', 'hitori-roumu'],
    stages: ['段階。仕事の順に並べます。'],
    'stages.id': ['段階の ID。要望の `stage` から指されます。あとで変えないでください。', 'shift'],
    'stages.title': ['段階の名前。', 'シフトを組む'],
    'stages.goal': ['この段階で、お客様がたどり着きたい状態。', '月が始まる前に、全拠点の予定が従業員に見えている'],
    'stages.actions': ['この段階で、誰が、いつ、何をしているか。'],
    'stages.actions.who': ['お客様の会社の、どの役割の人か。個人名は書きません。', '労務担当'],
    'stages.actions.when': ['いつ。', '前月 21 日〜25 日'],
    'stages.actions.what': ['何をするか。', '拠点から届いた表を登録して公開する'],
    'stages.gaps': ['ギャップ。機能ではまだ届いていない、手作業や待ち時間のこと。CS が書きます。'],
    'stages.gaps.id': ['ギャップの ID。リリースの `closes` から指されます。あとで変えないでください。', 'retype'],
    'stages.gaps.text': ['何が起きているか。', '拠点の Excel を、本部がもう一度手で打っている'],
    agreedBy: ['この流れで合っていると合意した人。'],
    'agreedBy.product': ['合意したプロダクト側の人。', 'product/mikuriya'],
    'agreedBy.cs': ['合意した CS 側の人。', 'cs/sonobe'],
  },
  example: {
    path: 'journeys/monthly-close.md',
    text: `---
title: 毎月の締め（シフトから振込まで）
owner: [product/mikuriya, cs/sonobe]
products: [attendance]
persona: hitori-roumu
stages:
  - id: shift
    title: シフトを組む
    goal: 月が始まる前に、全拠点の予定が従業員に見えている
    actions:
      - { who: 労務担当, when: 前月 21 日〜25 日, what: 拠点から届いた表を登録して公開する }
    gaps:
      - { id: retype, text: 拠点の Excel を、本部がもう一度手で打っている }
agreedBy:
  product: product/mikuriya
  cs: cs/sonobe
reviewed: 2026-10-28
---

20 日締め・当月 25 日払いの会社を基準に書いています。
`,
  },
};
