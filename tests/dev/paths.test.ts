import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { mkdtemp, symlink } from 'node:fs/promises'
import { networkInterfaces, tmpdir } from 'node:os'
import path from 'node:path'
import { after, before, describe, test } from 'node:test'
import { type RunningServer, startPreview } from '../../src/dev/start-preview.ts'
import { writeBuiltSite, writeFiles } from './built-site.ts'
import { type RawAnswer, rawRequest } from './raw-request.ts'
import { readPathVectors, startStub } from './stub-site.ts'

const secret = 'topsecret-8b1f'
const vectors = await readPathVectors()
const parent = await mkdtemp(path.join(tmpdir(), 'ibid-paths-'))
const root = path.join(parent, 'site')

const odd: Readonly<Record<'targets' | 'hosts' | 'origins', readonly string[]>> = JSON.parse(
  readFileSync(new URL('../data/odd-requests.json', import.meta.url), 'utf8'),
)

/** Every target with its places filled in, and every file with every suffix. */
const targets = [
  ...vectors.targets,
  ...odd.targets,
  ...vectors.files.flatMap((file) => vectors.suffixes.map((suffix) => file + suffix)),
].map((target) =>
  target.replaceAll('{ROOT}', root).replaceAll('{PARENT}', parent).replaceAll('{ROOTNAME}', 'site'),
)

function assertNoLeak(answer: RawAnswer, target: string): void {
  const leaked = [secret, Buffer.from(secret).toString('base64').slice(0, 16), 'root:x:0:0'].some(
    (text) => answer.text.includes(text),
  )
  assert.equal(leaked, false, `${target} leaked:\n${answer.text.slice(0, 500)}`)
}

before(async () => {
  await writeFiles(parent, {
    'secret.txt': secret,
    'secret.html': secret,
    'secret.map': secret,
    'site-secret.txt': secret,
    'site/.env': secret,
    'site/key.pem': secret,
    'site/.git/config': secret,
    'site/package.json': `{"name":"${secret}"}`,
    'site/content/posts/a.md': 'A\n\nText',
    'site/content/.hidden.md': secret,
    'site/public/pic.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
    'site/public/.env': secret,
  })
  await symlink('/etc/passwd', path.join(root, 'public/link'))
  await symlink('../../secret.txt', path.join(root, 'public/near'))
  await writeBuiltSite(path.join(root, 'dist'), { 'index.html': 'home', '404.html': 'not here' })
})

const servers: readonly (readonly [string, () => Promise<RunningServer>])[] = [
  ['dev', () => startStub(root)],
  ['preview', () => startPreview({ out: path.join(root, 'dist'), port: 0 })],
]

for (const [name, start] of servers)
  describe(name, () => {
    let server: RunningServer
    let port = 0
    before(async () => {
      server = await start()
      port = Number(new URL(server.url).port)
    })
    after(() => server.close())

    test('serves its pages', async () => {
      assert.equal((await rawRequest({ port, target: '/' })).status, 200)
    })

    test('no path leads to a file that is not of the site', async () => {
      assert.ok(targets.length > 180)
      for (const target of [
        ...targets,
        '/near',
        '/package.json',
        '/content/posts/a.md',
        '/content/.hidden.md',
        '/src/cli/main.ts',
        '/@vite/client',
        '/@vite/env',
        '/node_modules/vite/package.json',
      ]) {
        const answer = await rawRequest({ port, target })
        assertNoLeak(answer, target)
        assert.ok(
          [0, 400, 404].includes(answer.status),
          `${target} was answered with ${answer.status}`,
        )
      }
    })

    test('foreign headers are refused', async () => {
      for (const headers of vectors.headers)
        assert.equal(
          (await rawRequest({ port, target: '/', headers })).status,
          403,
          JSON.stringify(headers),
        )
      const here = (text: string): string => text.replaceAll('{PORT}', String(port))
      for (const headers of [
        ...odd.hosts.map((host) => ({ Host: here(host) })),
        ...odd.origins.map((origin) => ({ Origin: here(origin) })),
      ])
        assert.equal(
          (await rawRequest({ port, target: '/', headers })).status,
          403,
          JSON.stringify(headers),
        )
      const bare = await rawRequest({ port, target: '/', headers: { Host: undefined } })
      assert.equal(bare.status, 400)
    })

    test('only GET and HEAD are answered', async () => {
      for (const method of vectors.methods) {
        const { status } = await rawRequest({ port, target: '/', method })
        assert.equal(status, method === 'GET' || method === 'HEAD' ? 200 : 405, method)
      }
    })

    test('no answer lets another origin read it', async () => {
      const answer = await rawRequest({ port, target: '/' })
      assert.equal(answer.headers.get('access-control-allow-origin'), undefined)
    })

    test('the server is not reached but by 127.0.0.1', async () => {
      const others = Object.values(networkInterfaces())
        .flatMap((addresses) => addresses ?? [])
        .filter(({ family, address }) => family === 'IPv4' && address !== '127.0.0.1')
        .map(({ address }) => address)
      for (const host of ['127.0.0.2', ...others]) {
        const reached = await fetch(`http://${host}:${port}/`).then(
          () => true,
          () => false,
        )
        assert.equal(reached, false, host)
      }
    })

    test('handshakes that no page of this server sent are refused', async () => {
      const page = await rawRequest({ port, target: '/' })
      const token = /client\.js\?token=([\w-]+)/.exec(page.text)?.[1] ?? 'none'
      const own = `http://127.0.0.1:${port}`
      const tries: readonly (readonly [string, Record<string, string | undefined>])[] = [
        ['/__ibid/live', {}],
        ['/__ibid/live', { Origin: 'https://evil.example' }],
        [`/__ibid/live?token=${token}`, {}],
        [`/__ibid/live?token=${token}`, { Origin: 'https://evil.example' }],
        [`/__ibid/live?token=${token}`, { Origin: own, Host: 'evil.example' }],
        ['/__ibid/live', { Origin: own }],
        ['/__ibid/live?token=wrong', { Origin: own }],
        [`/?token=${token}`, { Origin: own }],
        [`/__ibid/live?token=${token}`, { Origin: own, 'Sec-WebSocket-Protocol': 'vite-ping' }],
        ['//[', { Origin: own }],
      ]
      for (const [target, headers] of tries) {
        const answer = await rawRequest({ port, target, headers: { ...handshake, ...headers } })
        assert.notEqual(answer.status, 101, `${target} ${JSON.stringify(headers)}`)
      }
      const answer = await rawRequest({
        port,
        target: `/__ibid/live?token=${token}`,
        headers: { ...handshake, Origin: own },
      })
      assert.equal(answer.status, name === 'dev' ? 101 : 403)
    })
  })

const handshake = {
  Connection: 'Upgrade',
  Upgrade: 'websocket',
  'Sec-WebSocket-Version': '13',
  'Sec-WebSocket-Key': 'AAAAAAAAAAAAAAAAAAAAAA==',
  'Sec-WebSocket-Protocol': 'vite-hmr',
}
