/** Numbers from 0 to 1 that are the same for the same seed (Numerical Recipes' constants). */
export function numbers(seed: number): () => number {
  let state = Math.imul(seed + 1, 2654435761) >>> 0
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

const pieces = [
  ...'key lock the a I’d *key* **lock** ***door*** _door_ __d__ ~gone~ ~~gone~~ `code` ``a`b`` `[i]`'.split(
    ' ',
  ),
  ...'[a](b) [a](<b_c>) [a](https://x.test/a_b*c) [ref] [ref][] [words][ref] [Ref] [nope][]'.split(
    ' ',
  ),
  ...'![p](i.png) ![p][ref] ![*b*](u) [a[b]](u) [*g*](h) *[e](f)* ([c](d)). [](u) [a]()'.split(' '),
  ...'x[^a] y[^b] z[^A] [^c] [^nope] z[^a][^b] (w[^a]) “w”[^b] wow![^a] [a](u)[^b] w[^a]: [^b].'.split(
    ' ',
  ),
  ...'\\* \\[ \\_ \\` \\< \\& \\\\ &amp; &copy; &#35; &#x41; &nosuch; &#0; &amp < > <b>x</b> </p> <br> <!--c--> <https://x.test>'.split(
    ' ',
  ),
  ...'a*b*c _a_b x**y**z *a **b* c** *(a)* *“a”* **a**b* a_b_c *a_ _a* **a* *a** 世**界** 世界 é e\u0301 😀 — –'.split(
    ' ',
  ),
  ...'“q” ‘q’ "t" \'t\' (p) $5 1. 2) 1986. # ## - + * ** *** = == : | || [ ] ( ) ! & ; ` `` _ __ ~ \\ http:// a@b'.split(
    ' ',
  ),
  ...[
    '[a](b "t")',
    "[x](y 'z')",
    '[x y]',
    '[a b][x y]',
    '[X  Y]',
    '`a b`',
    '` `',
    '*a b*',
    '[a b](c)',
    '\u00a0',
    'a\u00a0b',
    '[a\u00a0b]',
    '\u2028',
    '\u0007',
    'ß',
    'ı',
    '[ı]',
    '[ſ]',
  ],
]
const openers = [
  ...[
    '',
    '',
    '',
    '',
    '',
    '',
    '',
    '# ',
    '## ',
    '### ',
    '#',
    '> ',
    '> ',
    '> > ',
    '- ',
    '- ',
    '* ',
    '+ ',
    '1. ',
    '1. ',
    '2. ',
    '2) ',
    '10. ',
  ],
  ...['-   ', '-     ', '1.  ', '- - ', '- > ', '> - ', '- # ', '1. - '],
  ...[
    '[^a]: ',
    '[^a]: ',
    '[^b]: ',
    '[^c]: ',
    '[^A]: ',
    '[^a]:',
    '[^é]: ',
    '[ref]: /u',
    '[x y]: <u>',
    '[I]: ',
  ],
]
const deeper = [
  '',
  '',
  '',
  '  ',
  '  ',
  '   ',
  '    ',
  '    ',
  '    ',
  '     ',
  '      ',
  '        ',
  '\t',
  ' ',
  '  - ',
  '  - ',
  '   - ',
  '    - ',
  '    - ',
  '    1. ',
  '      - ',
  '        - ',
  '   1. ',
  '    > ',
  '    ```',
  '> ',
  '>',
]
const wholes = [
  '***\n',
  '---\n',
  '===\n',
  '* * *\n',
  '```\ncode <b> | *x\n```\n',
  '~~~ js\n\n\tx\n~~~\n',
  '````\n```\n````\n',
  '```\n',
  '| a | b |\n|---|:-:|\n| *c* | d[^a] |\n',
  '| a |\n|---|\n| `c` |\n|  |\n',
  '| a | b |\n| --- | ---: |\n',
  '| a | b |\n|---|\n',
  'a | b\n--|--\n',
  '[ref]: /u "t"\n',
  '[ref]: <u>\n',
  '[x y]: https://x.test/\n',
  '[I]: u\n',
  '[ss]: u\n',
  '<div>\n',
  '<!-- c -->\n',
  '    code\n',
  '[^a]:\n',
  '[^b]: words\n\n    - one\n    - two\n\n    more\n',
  '[^c]: words\n\n    1. one\n       - x\n    2. two\n',
  '- a\n\n- b\n',
  '- a\n  - b\n- c\n',
  '1. a\n\n   b\n',
  '> a\n>\n> b\n',
  '- [ ] a\n',
]
const characters = [
  ...'*_`[]()!<>#-+=~|\\&;:"\' \t\n\r.1a^$@/0\u00a0é',
  '\ud83d\ude00',
  '\u0000',
  '\ufeff',
]

/** A document spliced from pieces of Markdown, most with blank lines between, some with characters changed. */
export function splicedDocument(seed: number): string {
  const random = numbers(seed)
  const below = (most: number): number => Math.floor(random() * most)
  const pick = (list: readonly string[]): string => list[below(list.length)] ?? ''
  // Some documents use few kinds of pieces, so that unusual ones do not meet in each of them.
  const kinds = Array.from({ length: 2 + below(20) }, () => pick(pieces))
  const line = (opener: string): string =>
    `${opener}${Array.from({ length: 1 + below(5) }, () => pick(kinds)).join(random() < 0.85 ? ' ' : '')}`
  let text = ''
  for (let block = below(6); block >= 0; block--) {
    if (random() < 0.2) text += pick(wholes)
    else {
      text += `${line(pick(openers))}\n`
      while (random() < 0.3)
        text += `${random() < 0.2 ? '\n' : ''}${line(pick(deeper))}${random() < 0.1 ? '  ' : ''}\n`
    }
    if (random() < 0.8) text += '\n'
  }
  for (let changes = random() < 0.25 ? 1 + below(2) : 0; changes > 0; changes--) {
    const at = below(text.length)
    text = text.slice(0, at) + (random() < 0.7 ? pick(characters) : '') + text.slice(at + below(2))
  }
  return random() < 0.2 ? text.replaceAll('\n', '\r\n') : text
}

/** Signs that have a say in each other, by kinds. */
const alphabets = [
  ['*', '**', 'a', ' '],
  ['*', '**', '***', 'a', 'b', ' ', '.'],
  ['_', '__', 'a', ' ', '.', '('],
  ['*', '**', '_', '__', 'a', ' ', '“', '”', '.'],
  ['*', '~', '~~', '**', 'a', ' ', '.'],
  ['*', '**', '***', '****', 'a', ' ', '.', '”'],
  ['a***', 'b****', '***c', '****d ', '*e*', ' *f* ', ' ', '\n'],
  ['*', '**', '[', '](u)', 'a', ' '],
  ['`', '``', 'a', ' ', '*', '[', ']'],
  ['[', '![', '](u)', '](', '][', '[r]', ']', 'a', ' ', '*'],
  ['*', '**', 'a', '\n', '\\', 'é', '世', '—'],
  ['[^n]', '[', ']', '](u)', 'a', ' ', '*', '!', '[r]'],
  ['&amp;', '&', '\\', '*', 'a', ' ', '`', ';'],
  ['<https://x.y>', '<', '>', 'a', '*', '`', ' ', '[', '](u)'],
]

/** A paragraph of marks and few letters, with what it may call below. */
export function markedWords(seed: number): string {
  const random = numbers(seed)
  const alphabet = alphabets[seed % alphabets.length] ?? []
  const signs = Array.from(
    { length: 3 + Math.floor(random() * 12) },
    () => alphabet[Math.floor(random() * alphabet.length)] ?? '',
  )
  return `${signs.join('')}\n\n[^n]: x\n\n[r]: v\n[a]: w\n`
}
