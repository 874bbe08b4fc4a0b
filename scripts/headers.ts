// Prints the headers of a built site for a server that reads no _headers:
//   npx node -C source scripts/headers.ts nginx|caddy|apache [dist] [path of the site]
// With --docs it writes those of a typical site into docs/deploy.md.
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import {
  hostConfigs,
  rulesOfHeadersFile,
  withHostConfigs,
} from '../src/build/host-config/host-configs.ts'

const [what = '', dist = 'dist', base = '/'] = process.argv.slice(2)
const print = Object.entries(hostConfigs).find(([name]) => name === what)?.[1]
if (what === '--docs') {
  const manual = path.resolve(import.meta.dirname, '../docs/deploy.md')
  writeFileSync(manual, withHostConfigs(readFileSync(manual, 'utf8')))
} else if (print) {
  const rules = rulesOfHeadersFile(readFileSync(path.join(dist, '_headers'), 'utf8'))
  process.stdout.write(print(rules, base))
} else {
  const names = Object.keys(hostConfigs).join('|')
  console.error(`Type: npx node -C source scripts/headers.ts ${names} [dist] [path of the site]`)
  process.exitCode = 2
}
