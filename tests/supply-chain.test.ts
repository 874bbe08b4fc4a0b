import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { test } from 'node:test'

interface LockedPackage {
  readonly dev?: boolean
  readonly optional?: boolean
  readonly devOptional?: boolean
  readonly hasInstallScript?: boolean
  readonly integrity?: string
  readonly resolved?: string
  readonly link?: boolean
}

const lock: { packages: Record<string, LockedPackage> } = JSON.parse(
  readFileSync('package-lock.json', 'utf8'),
)
const packages = Object.entries(lock.packages).filter(([place]) => place !== '')
const production = packages.filter(([, { dev }]) => !dev)

test('what is installed with the engine is little, and runs nothing when it is installed', () => {
  const always = production.filter(([, each]) => !each.optional && !each.devOptional)
  assert.ok(always.length <= 60, `${always.length} packages`)
  assert.deepEqual(
    always.filter(([, { hasInstallScript }]) => hasInstallScript).map(([place]) => place),
    [],
  )
})

test('every package is locked by its digest and comes from the registry', () => {
  for (const [place, { integrity, resolved }] of packages) {
    assert.match(integrity ?? '', /^sha512-/, place)
    // Where the lockfile names no address, npm takes the registry that it is set to.
    assert.match(
      resolved ?? 'https://registry.npmjs.org/',
      /^https:\/\/registry\.npmjs\.org\//,
      place,
    )
  }
})

/** Where a network may be used: to serve to this machine, for `verify` and `check --external`, and in a reader's browser. */
const networked = /^src\/(?:dev\/|search\/client\/|io\/(?:http-get|node-network)\.ts$)/

test('no part of a build can use a network', () => {
  const users = globSync('src/**/*.{ts,tsx}').filter((file) =>
    /\bfetch\(|node:(?:https?2?|net|tls|dgram|dns)\b|\bWebSocket\b|XMLHttpRequest/.test(
      readFileSync(file, 'utf8'),
    ),
  )
  assert.ok(users.includes('src/io/http-get.ts'))
  assert.deepEqual(
    users.filter((file) => !networked.test(file)),
    [],
  )
})

test('what runs on the machines that test and release is named by its digest', () => {
  const files = globSync('.github/workflows/*.yml')
  const used = files.flatMap((file) => readFileSync(file, 'utf8').match(/\buses: .*/g) ?? [])
  assert.ok(used.length > 5)
  for (const line of used) assert.match(line, /^uses: [\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/)
})
