import fc from 'fast-check'

/** Every word is unlike all others, so that a test can find it again: `w12`. */
export const mark = (): fc.Arbitrary<string> => fc.nat({ max: 99999 }).map((n) => `w${n}`)

const stars = fc.integer({ min: 1, max: 3 }).map((n) => '*'.repeat(n))
const after = fc.constantFrom('', '.', ',', ' ', '’s', '—x', ')', '”', '-y')
const label = fc.constantFrom('a', 'b', 'Ünï', 'x-2', 'long.label')

const atom = fc.oneof(
  { weight: 6, arbitrary: mark() },
  { weight: 2, arbitrary: fc.tuple(mark(), stars, after).map((parts) => parts.join('')) },
  mark().map((word) => `*${word}*`),
  mark().map((word) => `**${word}**`),
  mark().map((word) => `_${word}_`),
  mark().map((word) => `~~${word}~~`),
  mark().map((word) => `\`${word}*\``),
  mark().map((word) => `[${word}](https://x.test/a*b)`),
  mark().map((word) => `^[${word}]`),
  mark().map((word) => `^[${word} ^[inner *em* ${word}] [sic]]`),
  mark().map((word) => `:pull[${word}]`),
  mark().map((word) => `*${word}`),
  mark().map((word) => `${word}*.exe`),
  fc.tuple(mark(), label).map(([word, name]) => `${word}[^${name}]`),
  fc.tuple(mark(), label).map(([word, name]) => `[${word}[^${name}]](u)`),
  fc.constantFrom('\\*', '[^nope]', '[^a b]', '^[', '^[]', 'a * b', 'www.x.test', 'me@x.test'),
  fc.constantFrom('&ast;', '10:30', 'std::x', '![alt[^a]](i.png)', '<b>', '[1]', '\\[^a]'),
)
const sentence = fc.array(atom, { minLength: 1, maxLength: 6 }).map((atoms) => atoms.join(' '))
const lines = fc.array(sentence, { minLength: 1, maxLength: 3 }).map((each) => each.join('\n'))

const starNote = fc
  .tuple(stars, fc.constantFrom('', ' ', '\u00a0'), lines, fc.option(sentence))
  .map(([run, gap, text, more]) => `${run}${gap}${text}${more === null ? '' : `\n\n  ${more}`}`)
const labelledNote = fc
  .tuple(label, sentence, fc.option(fc.tuple(fc.constantFrom('  ', '    '), sentence)))
  .map(
    ([name, text, more]) => `[^${name}]: ${text}${more === null ? '' : `\n\n${more[0]}${more[1]}`}`,
  )

const block = fc.oneof(
  { weight: 5, arbitrary: lines },
  { weight: 3, arbitrary: starNote },
  { weight: 2, arbitrary: labelledNote },
  fc.tuple(fc.integer({ min: 1, max: 3 }), sentence).map(([n, text]) => `${'#'.repeat(n)} ${text}`),
  fc
    .array(sentence, { minLength: 1, maxLength: 3 })
    .map((all) => all.map((s) => `* ${s}`).join('\n')),
  fc
    .array(sentence, { minLength: 1, maxLength: 3 })
    .map((all) => all.map((s) => `- [ ] ${s}`).join('\n')),
  lines.map((text) => text.replace(/^/gm, '> ')),
  fc.tuple(sentence, sentence, sentence).map(([a, b, c]) => `- ${a}\n  - ${b}\n\n    > ${c}`),
  sentence.map((text) => `| h | i |\n|---|---|\n| ${text} | x |`),
  sentence.map((text) => `:::key-facts[${text}]\n- fact\n:::`),
  sentence.map((text) => `\`\`\`\n${text}\n\`\`\``),
  sentence.map((text) => `${text}\n===`),
  fc.constantFrom(
    '---',
    '<div>html*</div>',
    '[link]: https://x.test',
    '[^1] no colon',
    '[1]: not a link',
  ),
)

/** Documents that mix every construct, with blank lines between most blocks. */
export const document: fc.Arbitrary<string> = fc
  .tuple(
    fc.array(fc.tuple(block, fc.constantFrom('\n\n', '\n\n', '\n\n', '\n')), {
      minLength: 1,
      maxLength: 8,
    }),
    fc.array(starNote, { maxLength: 3 }),
  )
  .map(([blocks, notes]) => `${blocks.flat().join('')}${notes.join('\n\n')}\n`)
