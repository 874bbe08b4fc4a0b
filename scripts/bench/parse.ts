// What parsing costs: three sample essays with their star notes and without, and generated posts beside the
// parser alone. Run it on a quiet machine: node scripts/bench/parse.ts [posts]
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { performance } from 'node:perf_hooks'
import { gfmAutolinkLiteralFromMarkdown } from 'mdast-util-gfm-autolink-literal'
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote'
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { gfmTaskListItemFromMarkdown } from 'mdast-util-gfm-task-list-item'
import { gfmAutolinkLiteral } from 'micromark-extension-gfm-autolink-literal'
import { gfmFootnote } from 'micromark-extension-gfm-footnote'
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough'
import { gfmTable } from 'micromark-extension-gfm-table'
import { gfmTaskListItem } from 'micromark-extension-gfm-task-list-item'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { sourcePath } from '../../src/model/paths.ts'
import { resolveNotes } from '../../src/semantics/notes/index.ts'
import { splitFrontMatter } from '../../src/syntax/front-matter.ts'
import { parse } from '../../src/syntax/parse.ts'

const posts = Number(process.argv[2] ?? 1000)
const folder = path.resolve(import.meta.dirname, '../../content/posts')
const essays = ['the-lock-in-the-window', 'everything-expires-on-a-sunday', 'every-kind-of-note']

/** A file and where its body begins. */
interface Text {
  readonly source: { readonly path: ReturnType<typeof sourcePath>; readonly text: string }
  readonly bodyStart: { readonly line: number; readonly column: number; readonly offset: number }
}

function essay(name: string): Text {
  const file = sourcePath(`content/posts/${name}.md`)
  const source = { path: file, text: readFileSync(path.join(folder, `${name}.md`), 'utf8') }
  return { source, bodyStart: splitFrontMatter(file, source.text).bodyStart }
}

const words =
  'the lock held for a week and nobody asked who had the key because the door was never in question'.split(
    ' ',
  )

/** A post of 1,200 words with ten labelled notes; each differs from the others. */
function generated(index: number): Text {
  const word = (at: number): string => words[(at * 7 + index) % words.length] ?? 'a'
  const paragraphs = Array.from({ length: 12 }, (_, paragraph) => {
    const line = Array.from({ length: 90 }, (_, at) => word(at + paragraph))
    if (paragraph < 10) line[40] += `[^n${paragraph}]`
    line[60] = `*${line[60]}*`
    line[70] = `[${line[70]}](https://x.test/${index})`
    return `${line.join(' ')}.`
  })
  const notes = Array.from(
    { length: 10 },
    (_, at) =>
      `[^n${at}]: ${Array.from({ length: 12 }, (_, word_) => word(word_ + at)).join(' ')}.`,
  )
  const text = `## ${word(index)}\n\n${[...paragraphs, ...notes].join('\n\n')}\n`
  return {
    source: { path: sourcePath('content/posts/p.md'), text },
    bodyStart: { line: 1, column: 1, offset: 0 },
  }
}

const plain = unified()
  .use(remarkParse)
  .data({
    micromarkExtensions: [
      gfmAutolinkLiteral(),
      gfmFootnote(),
      gfmStrikethrough(),
      gfmTable(),
      gfmTaskListItem(),
    ],
    fromMarkdownExtensions: [
      gfmAutolinkLiteralFromMarkdown(),
      gfmFootnoteFromMarkdown(),
      gfmStrikethroughFromMarkdown(),
      gfmTableFromMarkdown(),
      gfmTaskListItemFromMarkdown(),
    ],
  })
  .freeze()

const ours = ({ source, bodyStart }: Text, stars: 'auto' | 'off'): void => {
  const parsed = parse(source, bodyStart, { stars, math: false })
  resolveNotes(parsed, source, { shared: new Map() })
}
const theirs = ({ source, bodyStart }: Text): void => {
  plain.parse(source.text.slice(bodyStart.offset))
}

/** Milliseconds of the quickest of several runs. */
function quickest(runs: number, work: () => void): number {
  let best = Number.POSITIVE_INFINITY
  for (let run = 0; run < runs; run++) {
    const start = performance.now()
    work()
    best = Math.min(best, performance.now() - start)
  }
  return best
}

const shown = (milliseconds: number): string => `${milliseconds.toFixed(2).padStart(9)} ms`
console.log('essay                                 stars off      stars auto   ratio')
for (const name of essays) {
  const text = essay(name)
  const off = quickest(60, () => ours(text, 'off'))
  const auto = quickest(60, () => ours(text, 'auto'))
  console.log(
    `${name.padEnd(34)}${shown(off)}${shown(auto).padStart(16)}${(auto / off).toFixed(2).padStart(8)}`,
  )
}

const texts = Array.from({ length: posts }, (_, index) => generated(index))
const all = (work: (text: Text) => void) => (): void => {
  for (const text of texts) work(text)
}
const parser = quickest(3, all(theirs))
const whole = quickest(
  3,
  all((text) => ours(text, 'auto')),
)
console.log(`\n${posts} posts of 1,200 words with 10 labelled notes`)
console.log(`  remark-parse with GFM        ${shown(parser / posts)} a post`)
console.log(
  `  Ibid: parsing and all notes  ${shown(whole / posts)} a post, ${((whole / parser - 1) * 100).toFixed(0)} % more`,
)
