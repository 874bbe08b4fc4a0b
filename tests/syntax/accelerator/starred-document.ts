import { numbers } from './spliced-document.ts'

const words =
  'the key lock door I’d “so” (ever) don’t 1986 é e\u0301 世界 а x_y 5% a/b — – - & ; : it’s $5'.split(
    ' ',
  )
/** What may stand before stars, and behind them. */
const before = 'a word 7 é . , ! ) ” ’ … ] ` ° _ ~ ( “ - — 世 😀 \\ \u00a0'.split(' ')
const behind = [
  ...'. , ; : ! ? ) ” ’ … ’s — – -- - 。 / x ( “ _ ~ | < \\ ` [ & \u00a0'.split(' '),
  ...['', '', '', '', '', '', '', '.”', '),', '.)', '*', ' *', '\n', '  \n', '\\\n', '.exe'],
]
const spans = [
  ...'*a* *key* **lock** ***door*** _b_ __c__ `d` `e*` ~f~ ~~g~~ [h](u) [i*](u) [*j*](u) *[k](u)* [r] [r][]'.split(
    ' ',
  ),
  ...'<https://x.test/a*b> ![l](m.png) ![n*](o.png) x[^a] y[^b]* [^a]** \\* \\** &ast; a*b a**b* *a **a* a** * ** *** ****'.split(
    ' ',
  ),
  ...[
    '*The Key*',
    '**a b c**',
    '*Is it?*',
    '“*Foo,*”',
    '(*sic*)',
    '*a* *b*',
    '**A:** b',
    '*a **b** c*',
    '[l m](https://x.test/y)',
    '<b>p</b>',
    'www.x.test',
    '`q\nr`',
    '*s\nt*',
  ],
]
const openers = [
  ...['', '', '', '', '', '', '', '', '', ' ', '  ', '    '],
  ...['# ', '## ', '- ', '* ', '1. ', '> ', '[^a]: ', '[^b]: ', '+ ', '  - ', '> - '],
]
const wholes = [
  '# Notes\n',
  '## H\n',
  '# A*\n',
  '---\n',
  '***\n',
  '* * *\n',
  '```\na* *b\n```\n',
  '[r]: /u\n',
  '[r]: <u>\n',
  '[^a]: A note.\n',
  '[^b]: Of two*.\n\n    More.\n',
  '| a* | b |\n|---|---|\n| c | d** |\n',
  '- a*\n- b\n',
  '* a\n* b\n',
  '> a*\n',
  '<div>\n',
  '*Originally published at X.*\n',
  'Further reading:\n',
  ':::notice\na*\n:::\n',
  '  more of it\n',
  '    code\n',
  '- [ ] a*\n',
]
const gaps = ['', '', '', '', ' ', ' ', '  ', '\u00a0', ' \u00a0', '\t', '     ']
/** What notes may begin with. */
const begins = [
  ...['', '', '', '', '', '', '“', '(', '[h](u) ', '`c` ', '**A:** ', '*B* ', '_d_ '],
  ...['# ', '- ', '1. ', '> ', '\\', '&amp; ', '[^a] ', '[a]: ', '~e~ ', '<i>f</i> ', '| ', '``` '],
]

/** What most essays hold. */
const calmSpans = [
  ...'*a* *key* **lock** ***door*** _b_ `d` [h](u) [*j*](u) *** ** word*** a**b* *a **a* \\*'.split(
    ' ',
  ),
  ...[
    '*The Key*',
    '**a b c**',
    '*Is it?*',
    '“*Foo,*”',
    '(*sic*)',
    '*a **b** c*',
    '[l m](https://x.test/y)',
  ],
]
const calmWholes = [
  '# Notes\n',
  '## H\n',
  '---\n',
  '```\na* *b\n```\n',
  '- a*\n- b\n',
  '*Originally published at X.*\n',
]

/** A document of notes and calls in stars, spliced from pieces; some with characters changed. */
export function starredDocument(seed: number): string {
  const random = numbers(seed)
  const below = (most: number): number => Math.floor(random() * most)
  const pick = (list: readonly string[]): string => list[below(list.length)] ?? ''
  // Most are like essays, and some of all sorts of pieces, but few of these: not all that is unusual in each.
  const calm = random() < 0.75
  const odd = calm ? 0.03 : 0.3
  const from = calm ? calmSpans : spans
  const kinds = Array.from({ length: 1 + below(6) }, () => pick(from))
  const known = calm ? words.slice(0, 10) : words
  const sides = Array.from({ length: 1 + below(3) }, () => [pick(before), pick(behind)] as const)
  const whole = (): string => pick(random() < odd * 3 ? wholes : calmWholes)
  let count = 0
  const call = (): string => {
    count = random() < 0.7 ? count + 1 : 1 + below(5)
    const [left, right] = (random() < odd && sides[below(sides.length)]) || [
      random() < 0.9 ? 'word' : 'end.',
      pick(['', '.', ',', '’s', ')']),
    ]
    return `${left}${'*'.repeat(Math.min(count, 6))}${right}`
  }
  const atom = (): string => {
    const kind = random()
    if (kind < 0.75) return pick(known)
    return kind < 0.85 ? pick(kinds) : call()
  }
  const line = (): string => Array.from({ length: 1 + below(6) }, atom).join(' ')
  const lines = (): string => {
    let text = line()
    while (random() < 0.15)
      text += `${random() < odd ? pick(['\n  ', '  \n', '\\\n', '\n ']) : '\n'}${line()}`
    return text
  }
  const glue = (): string => (random() < 1 - odd / 2 ? '\n\n' : '\n')
  const note = (stars: number): string =>
    [
      random() < odd ? pick([' ', '  ', '   ']) : '',
      '*'.repeat(stars),
      random() < odd ? pick(gaps) : pick(['', ' ']),
      random() < odd ? pick(begins) : pick(['', '', '', '“', '(', '[h](u) ', '*B* ']),
      lines(),
    ].join('')
  const notes = (): string => {
    const most = 1 + below(4)
    const glued = random() < 0.3 ? '\n' : undefined
    let text = ''
    for (let stars = 1; stars <= most; stars++)
      text += `${note(random() < 0.9 ? stars : 1 + below(5))}${glued ?? glue()}`
    return glued ? `${text}\n` : text
  }
  let text = ''
  for (let section = below(3); section >= 0; section--) {
    count = 0
    for (let block = below(4); block >= 0; block--) {
      if (random() < 0.15) text += `${whole()}${random() < 1 - odd ? '\n' : ''}`
      else text += `${random() < odd ? pick(openers) : ''}${lines()}${glue()}`
    }
    if (random() < 0.2) text += `${whole()}\n`
    text += notes()
    while (random() < 0.15) text += `${whole()}${random() < 1 - odd ? '\n' : ''}`
    if (section > 0) text += '## Next\n\n'
  }
  for (let changes = random() < odd ? 1 + below(2) : 0; changes > 0; changes--) {
    const at = below(text.length)
    const put = random() < 0.7 ? pick([...'*_`[] \n\t>#-&\\.']) : ''
    text = text.slice(0, at) + put + text.slice(at + below(2))
  }
  return random() < 0.1 ? text.replaceAll('\n', '\r\n') : text
}

/** Signs that have a say in which stars are calls, by kinds. */
const alphabets = [
  ['*', '**', 'a', ' ', '.', '*b*'],
  ['*', '**', '***', 'a', 'b', ' ', '.', '”', '“'],
  ['*', '**', '(', ')', '.', 'a', ' ', '—'],
  ['*', '**', '_', '__', 'a', ' ', '.', '_b_'],
  ['*', '*', '’s', 'a', ' ', '~', '~~', '\n'],
  ['*', '**', '[', '](u)', 'a ', 'b', '`c`', '`', '.'],
  ['*a*', '**b**', 'c*', 'd**.', ' e', '*f', ' ', '. '],
  ['\n* ', '\n**', '*a* ', 'b*', ' c', '**d** ', '***', '.'],
  ['https://x.y', 'www.a.b', 'a@b.c', '*', '**', ' ', '*d*', 'e'],
  ['*', '**', '*', '世', '😀', '°', 'é', '$', '。', ' ', 'a'],
]

/** A paragraph of stars and few letters, and notes of one to three stars, the first of them made of signs as well. */
export function starredWords(seed: number): string {
  const random = numbers(seed)
  const alphabet = alphabets[seed % alphabets.length] ?? []
  const signs = (): string =>
    Array.from(
      { length: 3 + Math.floor(random() * 10) },
      () => alphabet[Math.floor(random() * alphabet.length)] ?? '',
    ).join('')
  const note = random() < 0.5 ? `*${signs()}` : '* n'
  return `a${signs()}\n\n${note}\n\n** o\n\n*** p\n`
}
