// What parsing costs: three sample essays with their star notes and without, and generated posts beside the
// parser alone, and with the quicker parser's help. In time of the processor, which a busy machine changes less: npm run bench:parse -- [posts] [file of
// an essay …]
import { readFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import path from 'node:path'
import type { Extension as MdastExtension } from 'mdast-util-from-markdown'
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
import type { Extension as MicromarkExtension } from 'micromark-util-types'
import remarkParse from 'remark-parse'
import { type Processor, unified } from 'unified'
import { satteriReader } from '../../src/io/satteri-reader.ts'
import { sourcePath } from '../../src/model/paths.ts'
import { resolveNotes } from '../../src/semantics/notes/index.ts'
import { splitFrontMatter } from '../../src/syntax/front-matter.ts'
import { parse } from '../../src/syntax/parse.ts'
import { median } from './measure.ts'

const posts = Number(process.argv[2] ?? 1000)
const folder = path.resolve(import.meta.dirname, '../../content/posts')
const samples = ['the-lock-in-the-window', 'everything-expires-on-a-sunday', 'every-kind-of-note']
const named = process.argv.slice(3)
const essays = named.length > 0 ? named : samples.map((name) => path.join(folder, `${name}.md`))

/** A file and where its body begins. */
interface Text {
  readonly source: { readonly path: ReturnType<typeof sourcePath>; readonly text: string }
  readonly bodyStart: { readonly line: number; readonly column: number; readonly offset: number }
}

function essay(name: string): Text {
  const file = sourcePath('content/posts/p.md')
  const source = { path: file, text: readFileSync(name, 'utf8') }
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

const gfm: readonly (readonly [MicromarkExtension, MdastExtension])[] = [
  [gfmFootnote(), gfmFootnoteFromMarkdown()],
  [gfmAutolinkLiteral(), gfmAutolinkLiteralFromMarkdown()],
  [gfmStrikethrough(), gfmStrikethroughFromMarkdown()],
  [gfmTable(), gfmTableFromMarkdown()],
  [gfmTaskListItem(), gfmTaskListItemFromMarkdown()],
]

/** The parser alone, with some of GFM's constructs. */
const parserWith = (constructs: typeof gfm): Processor =>
  unified()
    .use(remarkParse)
    .data({
      micromarkExtensions: constructs.map(([micromark]) => micromark),
      fromMarkdownExtensions: constructs.map(([, mdast]) => mdast),
    })
    .freeze() as unknown as Processor
const allOfGfm = parserWith(gfm)
const footnotesOnly = parserWith(gfm.slice(0, 1))

const ours = ({ source, bodyStart }: Text, stars: 'auto' | 'off'): void => {
  const parsed = parse(source, bodyStart, { stars, math: false })
  resolveNotes(parsed, source, { shared: new Map() })
}
const theirs =
  (parser: Processor) =>
  ({ source, bodyStart }: Text): void => {
    parser.parse(source.text.slice(bodyStart.offset))
  }

/** Milliseconds that this process has had of the processor, its collector of garbage included. */
function processorTime(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/**
 * Milliseconds of each of several kinds of work, by turns, so that what else the machine does meets all of them.
 *
 * @param warming rounds that do not count
 */
function byTurns(rounds: number, warming: number, works: readonly (() => void)[]): number[] {
  const times = works.map((): number[] => [])
  for (let round = -warming; round < rounds; round++)
    for (const [index, work] of works.entries()) {
      const start = processorTime()
      work()
      if (round >= 0) times[index]?.push(processorTime() - start)
    }
  return times.map(median)
}

const shown = (milliseconds: number): string => `${milliseconds.toFixed(2)} ms`.padStart(12)
const load = (): string =>
  loadavg()
    .map((each) => each.toFixed(1))
    .join(' ')

console.log(
  `medians of interleaved rounds, in time of the processor; load of the machine ${load()}\n`,
)
console.log('essay                                stars off  stars auto   ratio')
for (const name of essays) {
  const text = essay(name)
  const runs = 10
  const repeated = (stars: 'auto' | 'off') => (): void => {
    for (let run = 0; run < runs; run++) ours(text, stars)
  }
  const [off = 0, auto = 0] = byTurns(61, 40, [repeated('off'), repeated('auto')])
  console.log(
    `${path.basename(name, '.md').padEnd(34)}${shown(off / runs)}${shown(auto / runs)}${(auto / off).toFixed(2).padStart(8)}`,
  )
}

const texts = Array.from({ length: posts }, (_, index) => generated(index))
const all = (work: (text: Text) => void) => (): void => {
  for (const text of texts) work(text)
}
const quick = await satteriReader()
const parsed = (text: Text): void => {
  parse(text.source, text.bodyStart, { stars: 'auto', math: false })
}
const parsedQuickly = (text: Text): void => {
  parse(text.source, text.bodyStart, { stars: 'auto', math: false, quick })
}
const [parser = 0, withAll = 0, reading = 0, whole = 0, quickly = 0, bare = 0] = byTurns(7, 1, [
  all(theirs(footnotesOnly)),
  all(theirs(allOfGfm)),
  all(parsed),
  all((text) => ours(text, 'auto')),
  all(parsedQuickly),
  all(({ source }) => quick?.(source.text)),
])
const row = (name: string, time: number): void => {
  const more = `${((time / parser) * 100).toFixed(0)} %`
  console.log(`  ${name.padEnd(30)}${shown(time / posts)} a post, ${more}`)
}
console.log(`\n${posts} posts of 1,200 words with 10 labelled notes`)
row('remark-parse with footnotes', parser)
row('remark-parse with all of GFM', withAll)
row('Ibid, parsing', reading)
row('Ibid, parsing and all notes', whole)
if (quick) {
  row('Ibid, parsing with satteri', quickly)
  row('satteri alone, to a tree', bare)
} else console.log('  satteri is not installed, or does not run on this machine')
console.log(`\nload of the machine ${load()}`)
