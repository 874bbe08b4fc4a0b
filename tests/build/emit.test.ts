import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { emit, recoverOutput } from '../../src/build/emit.ts'
import { type OutputPlan, planOutputs } from '../../src/build/plan.ts'
import { type MemoryOutput, memoryOutput, memorySource } from '../../src/io/memory.ts'
import type { OutputFiles } from '../../src/io/ports.ts'
import { outputPath, sourcePath } from '../../src/model/paths.ts'
import type { OutputStage } from '../../src/model/site.ts'
import { faultyOutput } from './faulty-output.ts'

const nothing = memorySource({})

function planOf(files: Readonly<Record<string, string>>): OutputPlan {
  const stages: readonly OutputStage[] = ['feed', 'page', 'asset', 'list', 'host']
  const outputs = Object.entries(files).map(([path, body], i) => ({
    path: outputPath(path),
    body,
    stage: stages[i % stages.length] ?? 'page',
    origin: `content/${i}.md`,
  }))
  const { plan, diagnostics } = planOutputs(outputs)
  assert.ok(plan, diagnostics[0]?.message)
  return plan
}

/** Files of a site by path, as text. */
function siteOf(output: MemoryOutput): Record<string, string> {
  return Object.fromEntries(
    [...output.files].map(([path, bytes]) => [path, Buffer.from(bytes).toString()]).sort(),
  )
}

async function built(
  files: Readonly<Record<string, string>>,
  output = memoryOutput(),
): Promise<MemoryOutput> {
  const emitted = await emit(planOf(files), output, nothing)
  assert.ok(emitted.done)
  return output
}

/** Notes every path that is put into the site, in order. */
function watched(output: MemoryOutput): { output: OutputFiles; order: string[] } {
  const order: string[] = []
  return {
    order,
    output: {
      ...output,
      publish: async (staged, path) => {
        await output.publish(staged, path)
        order.push(path)
      },
      withdraw: async (path, staged) => {
        await output.withdraw(path, staged)
        order.push(`-${path}`)
      },
    },
  }
}

test('writes every planned file, the manifest and the checksums', async () => {
  const output = memoryOutput()
  const emitted = await emit(planOf({ 'index.html': 'home', 'a/b.css': 'x' }), output, nothing)
  assert.deepEqual(emitted, {
    done: true,
    written: 4,
    kept: 0,
    removed: 0,
    bytes: emitted.done && emitted.bytes,
    digests: emitted.done && emitted.digests,
  })
  assert.deepEqual(Object.keys(siteOf(output)), [
    'SHA256SUMS',
    'a/b.css',
    'index.html',
    'site-manifest.json',
  ])
  assert.deepEqual(JSON.parse(output.text('site-manifest.json') ?? ''), {
    version: 1,
    files: {
      'a/b.css': {
        sha256: '2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881',
        bytes: 1,
      },
      'index.html': {
        sha256: '4ea140588150773ce3aace786aeef7f4049ce100fa649c94fbbddb960f1da942',
        bytes: 4,
      },
    },
  })
  assert.match(
    output.text('SHA256SUMS') ?? '',
    /^2d711642\w+ {2}a\/b\.css\n4ea14058\w+ {2}index\.html\n\w{64} {2}site-manifest\.json\n$/,
  )
  assert.deepEqual([...output.stage.files.keys()], [])
  assert.deepEqual([...output.state.files.keys()], ['index-memory.json'])
})

test('leaves files alone that hold the same bytes, and says so', async () => {
  const output = await built({ 'index.html': 'one', 'b.html': 'two' })
  const { output: seen, order } = watched(output)
  const emitted = await emit(planOf({ 'index.html': 'one', 'b.html': 'two' }), seen, nothing)
  assert.deepEqual(emitted, {
    done: true,
    written: 0,
    kept: 4,
    removed: 0,
    bytes: [...output.files.values()].reduce((sum, bytes) => sum + bytes.length, 0),
    digests: emitted.done && emitted.digests,
  })
  assert.deepEqual(order, [])
})

test('mends a file that was changed behind its back, even to one of the same size', async () => {
  const output = await built({ 'index.html': 'one' })
  output.files.set('index.html', Buffer.from('eno'))
  await built({ 'index.html': 'one' }, output)
  assert.equal(output.text('index.html'), 'one')
})

test('puts assets, pages, lists, feeds, host files, the manifest, and removes last', async () => {
  const output = await built({ 'old.html': '' })
  const { output: seen, order } = watched(output)
  const stages: readonly OutputStage[] = ['host', 'feed', 'list', 'page', 'asset']
  const files = stages.map((stage) => ({
    path: outputPath(`x.${stage}`),
    body: stage,
    stage,
    origin: stage,
  }))
  const { plan } = planOutputs(files)
  assert.ok(plan)
  assert.ok((await emit(plan, seen, nothing)).done)
  assert.deepEqual(order.slice(0, 4), ['x.asset', 'x.page', 'x.list', 'x.feed'])
  assert.deepEqual(order.slice(4, 6).sort(), ['SHA256SUMS', 'x.host'])
  assert.deepEqual(order.slice(6), ['site-manifest.json', '-old.html'])
})

test('puts what is new before what takes the place of something, so that no link leads nowhere', async () => {
  const output = await built({ 'a.page': '1', 'a.list': '1', 'a.feed': '1' })
  const { output: seen, order } = watched(output)
  const files = (['page', 'list', 'feed', 'asset'] as const).flatMap((stage) =>
    (stage === 'asset' ? ['new'] : ['a', 'new']).map((name) => ({
      path: outputPath(`${name}.${stage}`),
      body: '2',
      stage,
      origin: stage,
    })),
  )
  const { plan } = planOutputs(files)
  assert.ok(plan)
  assert.ok((await emit(plan, seen, nothing)).done)
  assert.deepEqual(order, [
    ...['new.asset', 'new.page', 'new.list', 'new.feed', 'a.page', 'a.list', 'a.feed'],
    ...['SHA256SUMS', 'site-manifest.json'],
  ])
})

test('removes only what it wrote, and the folders that this empties', async () => {
  const output = await built({ 'posts/a/index.html': 'a', 'posts/b/index.html': 'b', 'k/x': '1' })
  await output.site.write('CNAME', Buffer.from('example.org'))
  await output.site.write('k/mine.txt', Buffer.from('mine'))
  const emitted = await emit(planOf({ 'index.html': 'home' }), output, nothing)
  assert.ok(emitted.done)
  assert.equal(emitted.removed, 3)
  assert.deepEqual(Object.keys(siteOf(output)), [
    'CNAME',
    'SHA256SUMS',
    'index.html',
    'k/mine.txt',
    'site-manifest.json',
  ])
  assert.deepEqual([...output.site.folders], ['k'])
})

test('trusts no path of a manifest that leads out of the folder', async () => {
  const output = await built({ 'index.html': 'home' })
  const entry = { sha256: '0'.repeat(64), bytes: 0 }
  const files = {
    '../secret': entry,
    '/etc/passwd': entry,
    'a/../../b': entry,
    'gone.html': entry,
    odd: 1,
  }
  output.files.set('site-manifest.json', Buffer.from(JSON.stringify({ version: 1, files })))
  const emitted = await emit(planOf({ 'index.html': 'home' }), output, nothing)
  assert.ok(emitted.done)
  assert.equal(emitted.removed, 0)
})

test('turns a file into a folder and a folder into a file', async () => {
  const output = await built({ a: 'file', 'b/index.html': 'x', 'b/c/d.html': 'y' })
  await built({ 'a/index.html': 'page', b: 'file' }, output)
  assert.deepEqual(Object.keys(siteOf(output)), [
    'SHA256SUMS',
    'a/index.html',
    'b',
    'site-manifest.json',
  ])
})

test('stops before anything is written where a foreign file is in the way', async () => {
  const output = await built({ 'index.html': 'old' })
  await output.site.write('a', Buffer.from('mine'))
  await output.site.write('b/mine.txt', Buffer.from('mine'))
  const before = siteOf(output)
  const emitted = await emit(
    planOf({ 'index.html': 'new', 'a/index.html': '', b: '' }),
    output,
    nothing,
  )
  assert.ok(!emitted.done)
  assert.deepEqual(
    emitted.diagnostics.map(({ code, message }) => `${code} ${message}`),
    [
      'FS404 In dist, a must be a folder, but is a file that Ibid did not write.',
      'FS404 In dist, b must be a file, but is a folder that holds b/mine.txt, which Ibid did not write.',
    ],
  )
  assert.deepEqual(siteOf(output), before)
})

test('says why a folder is refused', async () => {
  const output = memoryOutput({ message: 'The output folder is a link.', hint: 'remove it' })
  const emitted = await emit(planOf({ a: '' }), output, nothing)
  assert.ok(!emitted.done)
  assert.equal(emitted.diagnostics[0]?.code, 'FS401')
  assert.equal(output.files.size, 0)
})

test('writes the bytes of a buffer', async () => {
  const output = memoryOutput()
  const file = {
    path: outputPath('a.bin'),
    body: Buffer.from([1, 255]),
    stage: 'asset',
    origin: 'x',
  } as const
  const { plan } = planOutputs([file])
  assert.ok(plan)
  assert.ok((await emit(plan, output, nothing)).done)
  assert.deepEqual([...(output.files.get('a.bin') ?? [])], [1, 255])
})

test('copies sources a piece at a time', async () => {
  const output = memoryOutput()
  const copy = sourcePath('public/big.bin')
  const source = memorySource({ [copy]: 'pieces' })
  const file = {
    path: outputPath('big.bin'),
    body: { copy },
    stage: 'asset',
    origin: copy,
  } as const
  const { plan } = planOutputs([file])
  assert.ok(plan)
  assert.ok((await emit(plan, output, source)).done)
  assert.equal(output.text('big.bin'), 'pieces')
})

test('an interrupted build changes nothing and says nothing', async () => {
  const output = await built({ 'index.html': 'old' })
  const before = siteOf(output)
  const signal = AbortSignal.abort()
  assert.deepEqual(await emit(planOf({ 'index.html': 'new' }), output, nothing, { signal }), {
    done: false,
    diagnostics: [],
  })
  assert.deepEqual(siteOf(output), before)
  assert.equal(output.state.files.has('lock'), false)
})

const sentences: readonly (readonly [string, RegExp])[] = [
  ['ENOSPC', /The disk is full\..*still stands/],
  ['EACCES', /Permission is denied/],
  ['EROFS', /read-only/],
  ['EIO', /disk reports a fault/],
]
for (const [code, sentence] of sentences)
  test(`says in words that the system refused: ${code}`, async () => {
    const output = memoryOutput()
    const write = async () => {
      throw Object.assign(new Error(code), { code })
    }
    const full = { ...output, stage: { ...output.stage, write } }
    const emitted = await emit(planOf({ a: 'x', b: 'y' }), full, nothing)
    assert.ok(!emitted.done)
    assert.equal(emitted.diagnostics[0]?.code, 'FS403')
    assert.match(emitted.diagnostics[0]?.message ?? '', sentence)
  })

test('a file that can never be replaced leaves the old site, and nothing to be done later', async () => {
  const output = await built({ 'a.html': 'old', 'b.html': 'old', 'c.html': 'old' })
  const before = siteOf(output)
  const publish: OutputFiles['publish'] = async (staged, path) => {
    if (path === 'b.html') throw Object.assign(new Error('EPERM'), { code: 'EPERM' })
    return output.publish(staged, path)
  }
  const next = planOf({ 'a.html': 'new', 'b.html': 'new', 'd/e.html': 'new' })
  const emitted = await emit(next, { ...output, publish }, nothing)
  assert.ok(!emitted.done)
  assert.match(
    emitted.diagnostics[0]?.message ?? '',
    /does not allow it\. What stood there before still stands\.$/,
  )
  assert.deepEqual(siteOf(output), before)
  assert.deepEqual([...output.state.files.keys()], ['index-memory.json'])
})

const name = fc.constantFrom('a', 'b', 'c', 'd')
const path = fc.array(name, { minLength: 1, maxLength: 3 }).map((names) => names.join('/'))
const siteFiles = fc
  .dictionary(path, fc.constantFrom('', 'one', 'two', 'three'), { maxKeys: 6 })
  .map((files) =>
    Object.fromEntries(
      Object.entries(files).filter(
        ([file]) => !Object.keys(files).some((other) => other.startsWith(`${file}/`)),
      ),
    ),
  )

/** How many operations a build takes that nothing disturbs. */
async function operationsOf(
  old: Record<string, string>,
  next: Record<string, string>,
): Promise<number> {
  const { output, operations } = faultyOutput(await built(old), { at: -1, kind: 'error' })
  assert.ok((await emit(planOf(next), output, nothing)).done)
  return operations()
}

/** The next build, in another process, which knows that the one before is gone. */
function nextBuild(output: MemoryOutput): MemoryOutput {
  return { ...output, processes: { ...output.processes, alive: async () => false } }
}

test('killed at any step, the next build yields exactly the clean output', async () => {
  await fc.assert(
    fc.asyncProperty(siteFiles, siteFiles, siteFiles, async (old, next, last) => {
      const operations = await operationsOf(old, next)
      const clean = { next: await built(next), last: await built(last) }
      for (let at = 0; at < operations; at++) {
        const output = await built(old)
        const { output: faulty } = faultyOutput(output, { at, kind: 'killed' })
        await emit(planOf(next), faulty, nothing)
        const target = at % 2 === 0 ? 'next' : 'last'
        await built(target === 'next' ? next : last, nextBuild(output))
        assert.deepEqual(siteOf(output), siteOf(clean[target]), `killed at step ${at}`)
        assert.deepEqual(
          [...output.site.folders].sort(),
          [...clean[target].site.folders].sort(),
          `killed at step ${at}`,
        )
        assert.deepEqual([...output.stage.files.keys()], [])
        assert.deepEqual([...output.state.files.keys()], ['index-memory.json'])
      }
    }),
    { numRuns: 20 },
  )
})

test('killed at any step, recovering alone leaves the old site or the new one', async () => {
  await fc.assert(
    fc.asyncProperty(siteFiles, siteFiles, async (old, next) => {
      const operations = await operationsOf(old, next)
      const sites = [siteOf(await built(old)), siteOf(await built(next))].map((site) =>
        JSON.stringify(site),
      )
      for (let at = 0; at < operations; at++) {
        const output = await built(old)
        const { output: faulty } = faultyOutput(output, { at, kind: 'killed' })
        await emit(planOf(next), faulty, nothing)
        assert.deepEqual(await recoverOutput(nextBuild(output)), [])
        assert.ok(sites.includes(JSON.stringify(siteOf(output))), `killed at step ${at}`)
      }
    }),
    { numRuns: 20 },
  )
})

test('one failing operation leaves the old site byte for byte, or the new one', async () => {
  await fc.assert(
    fc.asyncProperty(siteFiles, siteFiles, async (old, next) => {
      const operations = await operationsOf(old, next)
      const before = siteOf(await built(old))
      for (let at = 0; at < operations; at++) {
        const output = await built(old)
        const { output: faulty } = faultyOutput(output, { at, kind: 'error' })
        const emitted = await emit(planOf(next), faulty, nothing)
        const expected = emitted.done ? siteOf(await built(next)) : before
        assert.deepEqual(siteOf(output), expected, `failed at step ${at}`)
        await built(next, nextBuild(output))
        assert.deepEqual(siteOf(output), siteOf(await built(next)), `after a failure at step ${at}`)
      }
    }),
    { numRuns: 20 },
  )
})
