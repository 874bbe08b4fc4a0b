// Builds the manual as a site, with the compiled engine: npm run docs. The site's folder is docs-site/, and what it
// comes to is docs-site/dist/.
import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { docsSite } from './docs-site.ts'

const clone = path.resolve(import.meta.dirname, '../..')
const site = path.join(clone, 'docs-site')

for (const room of ['content', 'public'])
  rmSync(path.join(site, room), { recursive: true, force: true })
for (const [file, body] of docsSite(clone)) {
  mkdirSync(path.join(site, path.dirname(file)), { recursive: true })
  writeFileSync(path.join(site, file), body)
}
for (const command of ['check', 'build']) {
  const cli = path.join(clone, 'lib/cli.js')
  const { status } = spawnSync(process.execPath, [cli, command, '--root', site], {
    stdio: 'inherit',
  })
  if (status !== 0) process.exit(status ?? 1)
}
console.log('Look at it: npx ibid preview --root docs-site')
