import { dayInWords, joinNames, readingTime, wayBack } from '../phrases.ts'
import { plural, unchanged } from '../plural.ts'
import type { Strings } from '../words.ts'

const months = '1月 2月 3月 4月 5月 6月 7月 8月 9月 10月 11月 12月'

/** Japanese. */
export const ja: Strings = {
  lang: 'ja',
  direction: 'ltr',
  notes: '注',
  footnote: (number) => `脚注${number}`,
  backToText: wayBack(
    (number) => `本文に戻る（注${number}）`,
    (number, ordinal) => `本文に戻る（注${number}、${ordinal}箇所目）`,
  ),
  keyFacts: '要点',
  skipToContent: '本文へ移動',
  mainNavigation: 'メインメニュー',
  home: 'ホーム',
  archive: 'アーカイブ',
  tags: 'タグ',
  tagged: (tag) => `タグ「${tag}」`,
  series: (id) => `連載：${id}`,
  partOf: (part, count) => `全${count}回の第${part}回`,
  contents: '目次',
  allPosts: 'すべての記事',
  posts: plural(unchanged, { other: '#件の記事' }),
  noPosts: 'まだ何も公開されていません。',
  published: '公開',
  updated: '更新',
  by: (names) => `著者：${names}`,
  names: joinNames('、', '、'),
  guestPost: '寄稿',
  minutes: readingTime(
    (count) => `読了目安${count}分`,
    (count) => `（注を含めて${count}分）`,
  ),
  day: dayInWords(months, ({ day, year }, month) => `${year}年${month}${day}日`),
  morePosts: '前後の記事',
  newer: '新しい記事',
  older: '古い記事',
  page: (number, count) => `${count}ページ中${number}ページ`,
  draft: '下書き',
  scheduled: '公開予定',
  expired: '公開終了',
  superseded: 'この記事は新しい記事に置き換えられました。',
  retracted: 'この記事は撤回されました。',
  readInstead: '代わりにお読みください：',
  corrections: '訂正',
  license: 'ライセンス',
  discussion: '議論',
  severity: '深刻度',
  affected: '影響を受けるもの',
  fixed: '修正版',
  feed: 'フィード',
  notFound: 'ページが見つかりません',
  notFoundText:
    'このアドレスにページはありません。移動したか、リンクに誤りがあるのかもしれません。',
  movedTo: 'このページの移転先：',
}
