import assert from 'node:assert/strict'
import { globSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import test from 'node:test'

/** The table of rooms in the manual: folder → what it may import. */
const rooms = new Map<string, readonly string[] | 'everything'>(
  [
    ...readFileSync('docs/architecture.md', 'utf8').matchAll(/^\| `([a-z]+)` \|.*\| (.+) \|$/gm),
  ].map(([, folder = '', allowed = '']) => [
    folder,
    allowed === 'everything'
      ? 'everything'
      : [...allowed.matchAll(/`([^`]+)`/g)].map((m) => m[1] ?? ''),
  ]),
)

/** What a file imports that its room may not, as sentences. */
function violations(file: string, text: string): string[] {
  const room = file.split('/')[1] ?? ''
  const allowed = rooms.get(room)
  if (allowed === 'everything') return []
  return [...text.matchAll(/\bfrom '([^']+)'|\bimport\('([^']+)'\)|^import '([^']+)'/gm)].flatMap(
    ([, statement, dynamic, bare]) => {
      const from = statement ?? dynamic ?? bare ?? ''
      const target = targetOf(file, from)
      if (target === undefined || target === room || target === 'model') return []
      return allowed?.includes(target)
        ? []
        : [`${file} imports ${from}: ${room} may import ${(allowed ?? []).join(', ') || 'nothing'}`]
    },
  )
}

function targetOf(file: string, from: string): string | undefined {
  if (from.startsWith('.'))
    return path.posix.normalize(path.posix.join(path.posix.dirname(file), from)).split('/')[1]
  if (from.startsWith('node:')) return 'node:*'
  return from === 'vite' ? from : undefined
}

for (const room of readdirSync('src')) {
  test(`src/${room} imports only what docs/architecture.md allows`, () => {
    assert.ok(rooms.has(room), `docs/architecture.md has no row for ${room}`)
    const files = globSync(`src/${room}/**/*.{ts,tsx}`)
    assert.notEqual(files.length, 0, 'an empty folder proves nothing')
    assert.deepEqual(
      files.flatMap((file) => violations(file, readFileSync(file, 'utf8'))),
      [],
    )
  })
}

test('a planted import is found', () => {
  assert.equal(
    violations('src/syntax/x.ts', "import { readFile } from 'node:fs/promises'").length,
    1,
  )
  assert.equal(violations('src/site/x.ts', "import { print } from '../hast/print.ts'").length, 1)
  assert.equal(violations('src/feeds/x.ts', "const v = await import('vite')").length, 1)
  assert.equal(
    violations('src/site/x.ts', "import { textOf } from '../model/plain-text.ts'").length,
    0,
  )
})
