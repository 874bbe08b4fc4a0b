// Runs everything that has to hold: types, style, dead code and all the tests. `npm test` calls it.
// Plain JavaScript, so that a missing tool is told of whatever Node is there.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { drawingFrom, fixedSeed, wantedSeed } from './seed.mjs'

const root = path.resolve(import.meta.dirname, '..')
const bin = (name) => path.join(root, 'node_modules/.bin', name)

/** Debian packages that the tests drive, and one file of each. */
const wanted = {
  chromium: '/usr/bin/chromium',
  newsboat: '/usr/bin/newsboat',
  'python3-feedparser': '/usr/lib/python3/dist-packages/feedparser',
  rss2email: '/usr/bin/r2e',
  'libxml2-utils': '/usr/bin/xmllint',
  w3m: '/usr/bin/w3m',
  'poppler-utils': '/usr/bin/pdftotext',
  strace: '/usr/bin/strace',
  minisign: '/usr/bin/minisign',
  'openssh-client': '/usr/bin/ssh-keygen',
}

/** Installs what is missing where that is ours to do: as root on Debian. Elsewhere the tests that need it say how to get it. */
function installTools() {
  const missing = Object.entries(wanted)
    .filter(
      ([name, file]) => !existsSync(file) && !(name === 'chromium' && process.env.CHROME_PATH),
    )
    .map(([name]) => name)
  if (missing.length === 0) return
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) {
    console.error(
      `Not here: ${missing.join(', ')}. On Debian: sudo apt-get install ${missing.join(' ')}\n`,
    )
    return
  }
  console.error(`Installing ${missing.join(', ')} with apt-get …`)
  const quiet = {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  }
  spawnSync('apt-get', ['update', '-qq'], quiet)
  spawnSync('apt-get', ['install', '-qqy', '--no-install-recommends', ...missing], quiet)
}

const seed = wantedSeed() ?? fixedSeed
const drawing = drawingFrom(seed)

const steps = [
  ['types', bin('tsc'), ['-p', '.']],
  ['style and import cycles', bin('biome'), ['ci', '--reporter=summary', '.']],
  ['dead code and dependencies', bin('knip'), []],
  [
    'tests',
    bin('node'),
    // Far more than any takes: a test that waits for ever is to be named, not waited for.
    [
      ...['-C', 'source', ...drawing.args],
      ...['--test', '--test-concurrency=2', '--test-timeout=900000'],
      ...['--test-reporter=dot', 'tests/**/*.test.ts'],
    ],
  ],
]

installTools()
const failed = []
for (const [name, command, args] of steps) {
  console.log(`\n— ${name}`)
  const started = performance.now()
  const { status } = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...drawing.env },
  })
  if (status !== 0) failed.push(name)
  console.log(
    `  ${status === 0 ? 'ok' : 'FAILED'}, ${((performance.now() - started) / 1000).toFixed(1)} s`,
  )
}
if (failed.length > 0) console.error(`\nFailed: ${failed.join(', ')}`)
if (failed.includes('tests'))
  console.error(
    `Random tests drew from seed ${seed}: IBID_SEED=${seed} npm test draws the same again, another number others.`,
  )
process.exitCode = failed.length === 0 ? 0 : 1
