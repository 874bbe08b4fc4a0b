import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, existsSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import path from 'node:path'
import { before, test } from 'node:test'
import { apacheHeaders } from '../../src/build/host-config/apache.ts'
import { caddyHeaders } from '../../src/build/host-config/caddy.ts'
import { rulesOfHeadersFile } from '../../src/build/host-config/host-configs.ts'
import { nginxHeaders } from '../../src/build/host-config/nginx.ts'
import type { HeaderRule } from '../../src/build/host-headers.ts'
import { headersFor, parseHeadersFile } from '../../src/dev/http/headers-file.ts'
import { rendered } from '../site-from.ts'
import { newFolder, writeAll } from './disk-site.ts'

/** A server that Debian has: where it is, its settings for a folder and a port, and how it is started in the foreground. */
interface Server {
  readonly program: string
  readonly needs: string
  readonly settings: (
    rules: readonly HeaderRule[],
    site: string,
    work: string,
    port: number,
  ) => string
  readonly args: (file: string, work: string) => readonly string[]
}

const modules = '/usr/lib/apache2/modules'
const servers: Readonly<Record<string, Server>> = {
  nginx: {
    program: '/usr/sbin/nginx',
    needs: 'nginx-light',
    settings: (rules, site, work, port) => {
      const { maps, server } = nginxHeaders(rules, '/')
      return `daemon off; pid ${work}/pid; error_log ${work}/error.log; events { }
http { access_log off; include /etc/nginx/mime.types; client_body_temp_path ${work}; proxy_temp_path ${work};
fastcgi_temp_path ${work}; uwsgi_temp_path ${work}; scgi_temp_path ${work};
${maps} server { listen 127.0.0.1:${port}; root ${site}; error_page 404 /404.html; ${server} } }`
    },
    args: (file) => ['-c', file],
  },
  caddy: {
    program: '/usr/bin/caddy',
    needs: 'caddy',
    settings: (rules, site, _work, port) =>
      `{\n admin off\n auto_https off\n}\nhttp://127.0.0.1:${port} {\nroot * ${site}\nfile_server\nhandle_errors {\nrewrite * /404.html\nfile_server\n}\n${caddyHeaders(rules, '/')}}\n`,
    args: (file) => ['run', '--config', file, '--adapter', 'caddyfile'],
  },
  apache: {
    program: '/usr/sbin/apache2',
    needs: 'apache2-bin',
    settings: (rules, site, work, port) =>
      [
        `ServerRoot ${work}\nPidFile ${work}/pid\nListen 127.0.0.1:${port}\nServerName 127.0.0.1\nErrorLog ${work}/error.log`,
        ...['mpm_event', 'authz_core', 'dir', 'mime', 'headers'].map(
          (name) => `LoadModule ${name}_module ${modules}/mod_${name}.so`,
        ),
        'User www-data\nGroup www-data\nTypesConfig /etc/mime.types',
        `DocumentRoot ${site}\nDirectoryIndex index.html\nErrorDocument 404 /404.html\n<Directory ${site}>\nRequire all granted\n</Directory>`,
        apacheHeaders(rules, '/'),
      ].join('\n'),
    args: (file) => ['-X', '-f', file],
  },
}

let dist: string
let headers: string

before(async () => {
  const root = newFolder()
  const site = await rendered({
    'content/site.yaml':
      'title: M\nurl: https://example.org/\ndescription: A test.\nsecurity:\n  contact: a@example.org\n  expires: 2026-12-01\n',
    'content/pages/about.md': '---\ntitle: About\n---\n\nUs.\n',
    'content/posts/a.md':
      '---\nid: one-post-12\ntitle: A\ndate: 2020-01-01\ntags: [x]\n---\n\nA.\n',
  })
  headers = site.text('_headers')
  dist = root
  writeAll(dist, Object.fromEntries(site.paths().map((file) => [file, site.text(file)])))
  // Servers give their work to a user of their own.
  chmodSync(path.dirname(root), 0o755)
})

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return typeof address === 'object' && address ? address.port : 0
}

async function answering(address: string, child: ChildProcess): Promise<void> {
  for (let i = 0; i < 100; i++) {
    if (child.exitCode !== null) throw new Error('The server does not start.')
    if (
      await fetch(address).then(
        () => true,
        () => false,
      )
    )
      return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('The server does not answer.')
}

for (const [name, server] of Object.entries(servers))
  test(`${name} sends with these settings what the site asks for`, {
    timeout: 60_000,
  }, async (t) => {
    if (!existsSync(server.program)) {
      t.skip(
        `needs ${name}. On Debian: sudo apt-get install --no-install-recommends ${server.needs}`,
      )
      return
    }
    const work = newFolder('work')
    const port = await freePort()
    const file = path.join(work, name === 'caddy' ? 'Caddyfile' : `${name}.conf`)
    writeFileSync(file, server.settings(rulesOfHeadersFile(headers), dist, work, port))
    const child = spawn(server.program, server.args(file, work), {
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    const said: string[] = []
    child.stderr?.on('data', (text) => said.push(String(text)))
    try {
      await answering(`http://127.0.0.1:${port}/`, child)
      const rules = parseHeadersFile(headers)
      for (const address of [
        '/',
        '/404.html',
        '/about/',
        '/archive/',
        '/posts/a/',
        '/tags/x/',
        '/tags/x/feed.xml',
        '/feed.xml',
        '/atom.xml',
        '/feed.json',
        '/search/',
        '/sitemap.xml',
        '/.well-known/security.txt',
        '/feed.xml?x=1',
      ]) {
        const response = await fetch(`http://127.0.0.1:${port}${address}`)
        assert.equal(response.status, 200, address)
        for (const [header, value] of headersFor(rules, address.replace(/\?.*/, '')))
          assert.equal(response.headers.get(header), value, `${address} ${header}`)
        await response.arrayBuffer()
      }
      const nowhere = await fetch(`http://127.0.0.1:${port}/nowhere/`)
      assert.equal(nowhere.status, 404)
      assert.match(await nowhere.text(), /Page not found/)
      assert.match(nowhere.headers.get('content-security-policy') ?? '', /^default-src 'none'/)
    } catch (error) {
      throw new Error(`${name}: ${said.join('')}`, { cause: error })
    } finally {
      child.kill()
      await new Promise((resolve) =>
        child.exitCode === null ? child.once('close', resolve) : resolve(0),
      )
    }
  })
