// npm run bench:dev -- [posts …]
// Saves a post again and again while `ibid dev` runs, and takes the time until its page has the new word. The
// compiled engine is measured, so run `npm run build` first.
import { spawn } from 'node:child_process'
import { appendFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { writeCorpus } from './corpus.ts'
import { median } from './measure.ts'

const sizes = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [100, 1000]
const engine = path.resolve(import.meta.dirname, '../../lib/cli.js')
const saves = 21

console.log(
  '| posts | first page | saved → served, others being compiled | once they are | slowest |',
)
console.log('| ---: | ---: | ---: | ---: | ---: |')
for (const posts of sizes) console.log(await row(posts))

async function row(posts: number): Promise<string> {
  const folder = mkdtempSync(path.join(tmpdir(), 'ibid-bench-'))
  const [first = ''] = writeCorpus(folder, { posts, words: 1250, notes: 'labels' })
  const started = performance.now()
  const server = spawn(process.execPath, [engine, 'dev', '--root', folder, '--port', '4790'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let isBuilt = false
  server.stderr.on('data', (text: Buffer) => {
    if (/^Built in /m.test(String(text))) isBuilt = true
  })
  const page = `http://127.0.0.1:4790/posts/${path.basename(first, '.md')}/`
  let saved = 0
  /** Milliseconds from a save to its page. */
  const save = async (): Promise<number> => {
    // Lists and feeds follow a save; who types is slower than they are.
    await wait(2000)
    const word = `Saved${saved++}x.`
    const start = performance.now()
    appendFileSync(path.join(folder, first), `\n${word}\n`)
    await served(page, word)
    return performance.now() - start
  }
  try {
    await served(page, '</html>')
    const ready = performance.now() - started
    const early: number[] = []
    while (!isBuilt) {
      const time = await save()
      if (!isBuilt) early.push(time)
    }
    const times: number[] = []
    for (let i = 0; i < saves; i++) times.push(await save())
    const cells = [
      ...[posts, inMs(ready, 0), early.length > 0 ? inMs(median(early)) : '–'],
      ...[inMs(median(times)), inMs(Math.max(...early, ...times))],
    ]
    return `| ${cells.join(' | ')} |`
  } finally {
    server.kill()
    rmSync(folder, { recursive: true, force: true })
  }
}

function inMs(milliseconds: number, digits = 1): string {
  return `${milliseconds.toFixed(digits)} ms`
}

/** Asks for a page until it has the words. */
async function served(page: string, words: string): Promise<void> {
  for (;;) {
    const text = await fetch(page).then(
      (answer) => answer.text(),
      () => '',
    )
    if (text.includes(words)) return
    await wait(1)
  }
}
