// npm run bench -- [posts …] [--rounds n] [--notes labels|stars|none] [--words n]
// Builds blogs of several sizes: cold, with nothing changed, one word changed, and the settings changed. The compiled engine is
// measured, so run `npm run build` first. Where HUGO names a binary of Hugo, it builds the same posts in the same
// round (rendered by its simplest template), and ratios to it are printed.
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { type CorpusShape, writeCorpus } from './corpus.ts'
import { type Cost, measure, median } from './measure.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: 'string', default: '3' },
    notes: { type: 'string', default: 'labels' },
    words: { type: 'string', default: '1250' },
  },
})
const sizes = positionals.length > 0 ? positionals.map(Number) : [100, 1000]
const engine = path.resolve(import.meta.dirname, '../../lib/cli.js')
if (!existsSync(engine)) throw new Error('lib/ is not there: npm run build')

/** One generator of sites, with its folder. */
interface Builder {
  readonly name: string
  readonly build: () => Cost
  /** Takes away everything that was ever built. */
  readonly clear: () => void
  readonly edited: string
  /** Gives the site another title. */
  readonly retitle: (title: string) => void
}

type Step = 'cold' | 'same' | 'edit' | 'settings'
const steps: readonly Step[] = ['cold', 'same', 'edit', 'settings']

const work = mkdtempSync(path.join(tmpdir(), 'ibid-bench-'))
try {
  console.log(
    '| posts | by | cold | nothing changed | one edit | settings | processor, cold | memory, cold |',
  )
  console.log('| ---: | --- | ---: | ---: | ---: | ---: | ---: | ---: |')
  for (const posts of sizes) {
    const shape = { posts, words: Number(values.words), notes: values.notes } as CorpusShape
    const builders = [hugo(shape), ibid(shape)].filter((builder) => builder !== undefined)
    const costs = new Map(builders.map(({ name }) => [name, rounds()]))
    for (let round = 0; round < Number(values.rounds); round++)
      for (const builder of builders) oneRound(builder, round, costs.get(builder.name) ?? rounds())
    for (const [name, cost] of costs) console.log(row(posts, name, cost, costs.get('hugo')))
  }
} finally {
  rmSync(work, { recursive: true, force: true })
}

type Rounds = Record<Step, Cost[]>

function rounds(): Rounds {
  return { cold: [], same: [], edit: [], settings: [] }
}

function oneRound({ build, clear, edited, retitle }: Builder, round: number, costs: Rounds): void {
  clear()
  costs.cold.push(build())
  // Times of files are told apart by some milliseconds only.
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200)
  costs.same.push(build())
  appendFileSync(edited, '\nAnother word.\n')
  costs.edit.push(build())
  retitle(`Bench ${round}`)
  costs.settings.push(build())
}

/** Replaces the title in a file of settings. */
function retitled(file: string, title: string): void {
  writeFileSync(file, readFileSync(file, 'utf8').replace(/Bench[ \d]*/, title))
}

function row(posts: number, name: string, cost: Rounds, base: Rounds | undefined): string {
  const times = steps.map((step) => {
    const wall = median(cost[step].map((one) => one.wall))
    const ratios = cost[step].map((one, i) => one.wall / (base?.[step][i]?.wall ?? Number.NaN))
    const ratio = base && base !== cost ? ` (${median(ratios).toFixed(2)}×)` : ''
    return `${wall.toFixed(0)} ms${ratio}`
  })
  const processor = median(cost.cold.map((one) => one.processor)).toFixed(0)
  const memory = median(cost.cold.map((one) => one.memory ?? Number.NaN)).toFixed(0)
  return `| ${posts} | ${name} | ${times.join(' | ')} | ${processor} ms | ${memory} MB |`
}

/** A folder with the posts. Old output is moved away, not deleted: some disks make files slowly right after that. */
function site(
  name: string,
  shape: CorpusShape,
): { folder: string; edited: string; discard: (entry: string) => void } {
  const folder = path.join(work, `${name}-${shape.posts}`)
  const sources = writeCorpus(folder, shape)
  let discarded = 0
  return {
    folder,
    edited: path.join(folder, sources[Math.floor(sources.length / 2)] ?? ''),
    discard: (entry) => {
      const place = path.join(folder, entry)
      if (existsSync(place))
        renameSync(place, path.join(work, `old-${name}-${shape.posts}-${discarded++}`))
    },
  }
}

function ibid(shape: CorpusShape): Builder {
  const { folder, edited, discard } = site('ibid', shape)
  return {
    name: 'ibid',
    edited,
    retitle: (title) => retitled(path.join(folder, 'content/site.yaml'), title),
    build: () => measure(process.execPath, [engine, 'build', '--quiet', '--root', folder]),
    clear: () => {
      for (const entry of ['dist', '.ibid']) discard(entry)
    },
  }
}

function hugo(shape: CorpusShape): Builder | undefined {
  const binary = process.env.HUGO
  if (binary === undefined) return undefined
  const { folder, edited, discard } = site('hugo', shape)
  const put = (file: string, text: string): void => {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true })
    writeFileSync(path.join(folder, file), text)
  }
  put(
    'hugo.toml',
    'baseURL = "https://example.org/"\ntitle = "Bench"\n[pagination]\npagerSize = 20\n',
  )
  put(
    'layouts/_default/single.html',
    '<title>{{ .Title }}</title><article><h1>{{ .Title }}</h1>{{ .Content }}</article>\n',
  )
  put(
    'layouts/_default/list.html',
    '<title>{{ .Title }}</title>{{ range .Pages }}<p><a href="{{ .RelPermalink }}">{{ .Title }}</a> {{ .Description }}</p>{{ end }}\n',
  )
  put(
    'layouts/index.html',
    '{{ range (.Paginate site.RegularPages).Pages }}<p><a href="{{ .RelPermalink }}">{{ .Title }}</a> {{ .Description }}</p>{{ end }}\n',
  )
  return {
    name: 'hugo',
    edited,
    retitle: (title) => retitled(path.join(folder, 'hugo.toml'), title),
    build: () => measure(binary, ['--quiet', '--source', folder]),
    clear: () => {
      for (const entry of ['public', 'resources']) discard(entry)
    },
  }
}
