import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { existsSync, readdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { before, test } from 'node:test'
import { copyOver, filesOf, newFolder, runNow, twentyPosts, writeAll } from './disk-site.ts'
import { shippedEngine } from './engine.ts'
import { everything, howMany } from './how-many.ts'

const root = process.getuid?.() === 0
let template: string
let cli: string

before(() => {
  cli = shippedEngine()
  template = newFolder()
  writeAll(template, twentyPosts('old'))
  assert.equal(runNow([process.execPath, cli, 'build'], { cwd: template }).code, 0)
})

/** A built site whose source has changed since. */
function changedSite(): string {
  const site = newFolder()
  copyOver(template, site)
  rmSync(path.join(site, 'content'), { recursive: true })
  writeAll(site, twentyPosts('new'))
  return site
}

/** Runs a build under a shell command, which must be refused with a code, and leave all as it was. */
function isRefused(command: string, code: RegExp, after = ''): void {
  const site = changedSite()
  const old = filesOf(path.join(site, 'dist'))
  const script = `${command} && "$0" "$1" build; code=$?; ${after} exit $code`
  const ended = runNow(['/bin/sh', '-c', script, process.execPath, cli], { cwd: site })
  assert.equal(ended.code, 1, ended.err)
  assert.match(ended.err, code)
  assert.doesNotMatch(ended.err, /^\s+at |went wrong inside/m)
  assert.deepEqual(filesOf(path.join(site, 'dist')), old)
  assert.equal(runNow([process.execPath, cli, 'build'], { cwd: site }).code, 0)
}

test('a limit on the size of files is told, and the old site stays', () => {
  isRefused('ulimit -f 16', /FS403[\s\S]*larger than the system allows/)
})

test('a full disk is told, and the old site stays', {
  skip: !root && 'needs root, to mount a small disk',
}, () => {
  const site = changedSite()
  const script = [
    'mount -t tmpfs -o size=4m tmpfs /mnt && cp -r content public .ibid dist /mnt/ && cd /mnt',
    'find dist -type f ! -name keep | sort | xargs sha256sum > /tmp/before.$$',
    'head -c 10000000 /dev/zero > filler 2>/dev/null; "$0" "$1" build; code=$?',
    'sha256sum --quiet --check /tmp/before.$$ || code=99; rm filler /tmp/before.$$; "$0" "$1" build >/dev/null || code=98; exit $code',
  ].join('\n')
  const ended = runNow(['unshare', '-m', '/bin/sh', '-c', script, process.execPath, cli], {
    cwd: site,
  })
  assert.equal(ended.code, 1, ended.err)
  assert.match(ended.err, /The disk is full/)
})

test('an output folder that cannot be written to is told before any work', {
  skip: !root && 'needs root, to mount',
}, () => {
  const site = changedSite()
  const old = filesOf(path.join(site, 'dist'))
  const script = 'mount --bind dist dist && mount -o remount,ro,bind dist && exec "$0" "$1" build'
  const ended = runNow(['unshare', '-m', '/bin/sh', '-c', script, process.execPath, cli], {
    cwd: site,
  })
  assert.equal(ended.code, 1, ended.err)
  assert.match(ended.err, /FS40[13][\s\S]*read-only/)
  assert.deepEqual(filesOf(path.join(site, 'dist')), old)
})

test('64 files at once are enough for a site of many', { timeout: 120_000 }, () => {
  const site = newFolder()
  const files: Record<string, string> = { ...twentyPosts('new') }
  for (let i = 0; i < howMany(300, 5000); i++) files[`public/many/${i}.txt`] = String(i)
  writeAll(site, files)
  const ended = runNow(
    ['/bin/sh', '-c', 'ulimit -n 64 && exec "$0" "$1" build', process.execPath, cli],
    { cwd: site },
  )
  assert.equal(ended.code, 0, ended.err)
})

test('128 MB are enough for a thousand posts', { timeout: 300_000 }, () => {
  const site = newFolder()
  const files: Record<string, string> = { ...twentyPosts('new') }
  for (let i = 0; i < howMany(100, 1000); i++)
    files[`content/posts/more-${i}.md`] =
      `---\nid: one-of-many-${i}\ntitle: More ${i}\ndate: 2019-01-01\n---\n\n${'Words of an essay* with a note. '.repeat(60)}\n\n*Note.\n`
  writeAll(site, files)
  const ended = runNow([process.execPath, '--max-old-space-size=128', cli, 'build'], {
    cwd: site,
    timeout: 240_000,
  })
  assert.equal(ended.code, 0, ended.err.slice(-2000))
})

for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
] as const)
  test(`${signal} ends a build with ${code}, frees the lock and leaves a whole site`, {
    timeout: 60_000,
  }, async () => {
    for (const wait of everything ? [100, 200, 300, 400, 500, 600] : [350]) {
      const site = changedSite()
      const old = filesOf(path.join(site, 'dist'))
      const child = spawn(process.execPath, [cli, 'build'], { cwd: site, stdio: 'ignore' })
      const closed = new Promise((resolve) => child.once('close', resolve))
      await new Promise((resolve) => setTimeout(resolve, wait))
      child.kill(signal)
      const ended = await closed
      // Before it can listen, a program ends by the signal itself; late, it has done its work.
      assert.ok(ended === code || ended === 0 || ended === null, String(ended))
      const found = filesOf(path.join(site, 'dist'))
      if (ended !== 0) assert.deepEqual(found, old)
      const left = existsSync(path.join(site, '.ibid')) ? readdirSync(path.join(site, '.ibid')) : []
      if (ended !== null)
        assert.deepEqual(
          left.filter((name) => name.startsWith('lock')),
          [],
        )
      assert.equal(runNow([process.execPath, cli, 'build'], { cwd: site }).code, 0)
    }
  })

test('a reader that stops reading does no harm', () => {
  const site = changedSite()
  const script = '"$0" "$1" build --format json | head -c 1 >/dev/null'
  const ended = runNow(['/bin/sh', '-c', script, process.execPath, cli], { cwd: site })
  assert.deepEqual([ended.code, ended.err], [0, ''])
})
