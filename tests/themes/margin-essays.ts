const words = (count: number): string =>
  Array.from(
    { length: count },
    (_, i) => ['a', 'note', 'of', 'many', 'words', 'indeed'][i % 6],
  ).join(' ')

const head = (title: string): string =>
  `---\ntitle: ${title}\nid: ${title.toLowerCase()}0k7q2\ndate: 2020-01-01\n---\n\n`

const paragraph = `The text goes on for a while, so that there is room between one call and the next one. ${words(60)}.`

/** Three calls on one line, then notes with room around them. */
export const threeOnALine = `${head('Three')}One,[^a] two,[^b] three[^c] on a line.

${paragraph}

${paragraph}

Far down stands another.[^d]

${paragraph}

And one more.[^e]

${paragraph}

[^a]: The first is of some length, so that those after it have to make way. ${words(20)}.
[^b]: The second is not short either. ${words(12)}.
[^c]: The third.
[^d]: The fourth.
[^e]: The fifth.
`

const numbers = Array.from({ length: 200 }, (_, i) => i + 1)

/** Two hundred notes, some close together and some not. */
export const twoHundred = `${head('Many')}${numbers
  .map(
    (n) =>
      `Sentence ${n} has a note.[^${n}]${n % 3 === 0 ? `\n\n${paragraph} ${words(90)}.\n\n` : ' '}`,
  )
  .join('')}

${numbers.map((n) => `[^${n}]: Note ${n}. ${words((n * 7) % 40)}`).join('\n')}
`

/** More notes than there are names for. */
export const tooMany = `${head('Toomany')}${Array.from({ length: 310 }, (_, i) => `${words(10)}^[Note ${i + 1}.]`).join(' ')}\n`

/** Notes that carry things, and calls from wherever a call can stand. */
export const everything = `${head('Everything')}The text calls a note that calls another.[^outer] ${words(40)}

A very long one.[^long] ${words(200)}

## A heading[^heading]

${words(80)} It is called again.[^outer]

- a list[^list]
- ${words(30)}

> A quote[^quote] of ${words(60)}.

| ${Array.from({ length: 14 }, (_, i) => `A wide column ${i}`).join(' | ')} |
|${' --- |'.repeat(14)}
| cell ${'| cell '.repeat(12)}| last[^table] |
| first[^table2] ${'| cell '.repeat(13)}|

${words(80)}

:::key-facts[Key facts]
- A fact[^fact] of ${words(30)}
:::

${words(60)} Code.[^code] ${words(120)}

A table.[^tabled] ${words(150)}

A list.[^listed] ${words(150)}

Several paragraphs.[^several] ${words(150)}

[^outer]: The outer one[^inner] calls another.
[^inner]: The inner one.
[^long]: ${words(454)}.
[^heading]: In a heading.
[^list]: In a list.
[^quote]: In a quote.
[^table]: In a table that scrolls, in the last column.
[^table2]: In a table that scrolls, in the first column.
[^fact]: In key facts.
[^code]: Some code:

    \`\`\`sh
    git archive --format=tar.gz --prefix=broom-2.4.0/ -o broom-2.4.0.tar.gz v2.4.0
    \`\`\`
[^tabled]: A table:

    | Order | Mark | Name |
    | --- | --- | --- |
    | 1 | * | asterisk |
    | 2 | † | dagger |
[^listed]: A list:

    - one

      - two
    - three
[^several]: The first paragraph.

    The second paragraph.

    > And a quote.

    The last one.
`

/** An essay in a language that is written from right to left. */
export const rightToLeft = `---\ntitle: عن الأقفال\nid: rtl00k7q2\ndate: 2020-01-01\nlang: ar\n---\n\nالقفل وعد[^1] يقطعه غريب.\n\n[^1]: لمن لن يلتقيه أبدا.\n`
