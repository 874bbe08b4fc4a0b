// npm run bench:search -- [posts …]
// Builds blogs whose words are as unevenly frequent as those of a language, and tells what a first search fetches
// (gzipped, the script included). Where PAGEFIND names the folder of an installed pagefind, it indexes the same
// texts. The compiled engine is measured, so run `npm run build` first.
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { find } from '../../src/search/client/find.ts'
import { openIndex } from '../../src/search/client/index-source.ts'
import { lcg } from './corpus.ts'
import { measure, median } from './measure.ts'

const sizes = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [300, 1000, 5000]
const engine = path.resolve(import.meta.dirname, '../../lib/cli.js')
if (!existsSync(engine)) throw new Error('lib/ is not there: npm run build')

const vocabulary = Array.from({ length: 60_000 }, (_, number) => spelled(number + 7))
/** Common, less common and rare words, alone and in twos. */
const questions = [5, 50, 500, 2000, 5000, 10_000, 20_000, 40_000].flatMap((rank) => {
  const word = vocabulary[rank] ?? ''
  return [word, `${word} ${vocabulary[Math.floor(rank / 3)] ?? ''}`]
})

const work = mkdtempSync(path.join(tmpdir(), 'ibid-search-'))
try {
  for (const posts of sizes) await report(posts)
} finally {
  rmSync(work, { recursive: true, force: true })
}

async function report(posts: number): Promise<void> {
  const folder = path.join(work, String(posts))
  const texts = Array.from({ length: posts }, (_, number) => textOf(number))
  writeBlog(folder, texts)
  measure(process.execPath, [engine, 'build', '--quiet', '--root', folder])
  const assets = path.join(folder, 'dist/assets')
  const files = readdirSync(assets).filter((name) => name.startsWith('search'))
  const bytes = files.map((name) => readFileSync(path.join(assets, name)).length)
  const [loaded, fetched] = await searched(folder, files)
  console.log(
    `${posts} posts: ${files.length} files, ${kilobytes(sum(bytes))}; a first search fetches ${fetched.join('/')} files, ${loaded.map(kilobytes).join('/')} (least/median/most)`,
  )
  appendFileSync(path.join(folder, 'content/posts/p-7.md'), '\nAnother word.\n')
  const edit = measure(process.execPath, [engine, 'build', '--quiet', '--root', folder])
  console.log(`  one edit, everything: ${edit.processor.toFixed(0)} ms of processor time`)
  const pagefind = process.env.PAGEFIND
  if (pagefind !== undefined) pagefindReport(pagefind, folder, texts)
}

/** What the first search of a reader fetches, for each question. */
async function searched(folder: string, files: readonly string[]) {
  const script = files.find((name) => name.endsWith('.js')) ?? ''
  const first = files.find((name) => /^search\.\w+\.json$/.test(name)) ?? ''
  const costs: number[] = []
  const counts: number[] = []
  for (const question of questions) {
    let bytes = 0
    let count = 0
    const load = (href: string): string => {
      const text = readFileSync(path.join(folder, 'dist', href), 'utf8')
      bytes += gzipSync(text).length
      count++
      return text
    }
    load(`assets/${script}`)
    const index = await openIndex(`assets/${first}`, async (href) => JSON.parse(load(href)))
    await index.essays((await find(question, index)).slice(0, index.atOnce))
    costs.push(bytes)
    counts.push(count)
  }
  return [spread(costs), spread(counts)] as const
}

/** Its index is made of the same words, in a process of its own that waits for it to end. */
function pagefindReport(pagefind: string, folder: string, texts: readonly string[]): void {
  const file = path.join(folder, 'texts.json')
  writeFileSync(file, JSON.stringify(texts))
  const program = `
    import { readFileSync, writeFileSync } from 'node:fs'
    import { close, createIndex } from ${JSON.stringify(path.join(path.resolve(pagefind), 'lib/index.js'))}
    const { index } = await createIndex({ forceLanguage: 'en' })
    for (const [number, content] of JSON.parse(readFileSync(${JSON.stringify(file)}, 'utf8')).entries())
      await index.addCustomRecord({ url: '/posts/p-' + number + '/', content, language: 'en', meta: { title: 'Essay ' + number } })
    const { files } = await index.getFiles()
    writeFileSync(${JSON.stringify(file)}, JSON.stringify(files.map(({ path, content }) => [path, content.length])))
    await close()
    await new Promise((resolve) => setTimeout(resolve, 4000))`
  const cost = measure(process.execPath, ['--input-type=module', '--eval', program])
  const made = JSON.parse(readFileSync(file, 'utf8')) as readonly [string, number][]
  const of = (pattern: RegExp): number[] =>
    made.filter(([name]) => pattern.test(name)).map(([, size]) => size)
  const [chunks, fragments] = [of(/\.pf_index$/), of(/\.pf_fragment$/)]
  console.log(
    `  pagefind: ${made.length} files, ${kilobytes(sum(made.map(([, size]) => size)))}, ${cost.processor.toFixed(0)} ms of processor time; a search fetches ${kilobytes(sum(of(/\.pf_meta$/)))} + wasm ${kilobytes(sum(of(/^wasm\.en/)))} + ${kilobytes(median(chunks))} a word + ${kilobytes(median(fragments))} a result, and its scripts`,
  )
}

function writeBlog(folder: string, texts: readonly string[]): void {
  const posts = path.join(folder, 'content/posts')
  mkdirSync(posts, { recursive: true })
  writeFileSync(
    path.join(folder, 'content/site.yaml'),
    'title: Bench\nurl: https://example.org/\ndescription: A blog to measure with\ntheme: plain\n',
  )
  for (const [number, text] of texts.entries()) {
    const day = new Date(Date.UTC(2005, 0, 1) + number * 72_000_000).toISOString().slice(0, 10)
    const words = text.split(' ')
    const front = `id: bench-${number}\ntitle: Essay ${words.slice(0, 5).join(' ')}\ndate: ${day}\nsummary: ${words.slice(5, 25).join(' ')}`
    writeFileSync(path.join(posts, `p-${number}.md`), `---\n${front}\n---\n\n${text}\n`)
  }
}

/** 1,250 words, of which some 560 differ. */
function textOf(number: number): string {
  const random = lcg(number + 1)
  return Array.from(
    { length: 1250 },
    () => vocabulary[Math.floor(vocabulary.length ** (random() ** 1.6)) - 1] ?? '',
  ).join(' ')
}

function spelled(number: number): string {
  const syllables = 'ba ke li mo nu ra se ti vo cha dre fin gor hul jas lem pra qui ston wre'.split(
    ' ',
  )
  const rest = Math.floor(number / syllables.length)
  return (syllables[number % syllables.length] ?? '') + (rest > 0 ? spelled(rest) : '')
}

function spread(numbers: readonly number[]): readonly number[] {
  return [Math.min(...numbers), median(numbers), Math.max(...numbers)]
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0)
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(bytes < 10_000 ? 1 : 0)} KB`
}
