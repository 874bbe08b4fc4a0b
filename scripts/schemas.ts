// Writes what is made from the tables of keys: schema/*.json, and the tables of docs/configuration.md.
// Run it after a change to src/schema: node -C source scripts/schemas.ts && npm run format
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { schemas } from '../src/schema/json-schema.ts'
import { withKeyTables } from '../src/schema/manual.ts'

const root = path.resolve(import.meta.dirname, '..')

for (const [file, schema] of Object.entries(schemas))
  writeFileSync(path.join(root, file), `${JSON.stringify(schema, null, 2)}\n`)

const manual = path.join(root, 'docs/configuration.md')
writeFileSync(manual, withKeyTables(readFileSync(manual, 'utf8')))
