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

console.log('| posts | saved → served, median | slowest | until the first page |')
console.log('| ---: | ---: | ---: | ---: |')
for (const posts of sizes) console.log(await row(posts))

async function row(posts: number): Promise<string> {
  const folder = mkdtempSync(path.join(tmpdir(), 'ibid-bench-'))
  const [first = ''] = writeCorpus(folder, { posts, words: 1250, notes: 'labels' })
  const started = performance.now()
  const server = spawn(process.execPath, [engine, 'dev', '--root', folder, '--port', '4790'], {
    stdio: 'ignore',
  })
  const page = `http://127.0.0.1:4790/posts/${path.basename(first, '.md')}/`
  try {
    await served(page, '</html>')
    const ready = performance.now() - started
    const times: number[] = []
    for (let i = 0; i < saves; i++) {
      // Lists and feeds follow a save; who types is slower than they are.
      await wait(2000)
      const saved = performance.now()
      appendFileSync(path.join(folder, first), `\nSaved${i}x.\n`)
      await served(page, `Saved${i}x.`)
      times.push(performance.now() - saved)
    }
    const slowest = Math.max(...times)
    return `| ${posts} | ${median(times).toFixed(1)} ms | ${slowest.toFixed(1)} ms | ${ready.toFixed(0)} ms |`
  } finally {
    server.kill()
    rmSync(folder, { recursive: true, force: true })
  }
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
