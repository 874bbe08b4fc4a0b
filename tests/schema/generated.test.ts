import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import test from 'node:test'
import { schemas } from '../../src/schema/json-schema.ts'
import { withKeyTables } from '../../src/schema/manual.ts'
import { postKeys } from '../../src/schema/post-keys.ts'
import { siteKeys } from '../../src/schema/site-keys.ts'

const textOf = (file: string): string =>
  readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8')
const again = 'run: npx node -C source scripts/schemas.ts && npx biome check --write schema'

for (const [file, schema] of Object.entries(schemas))
  test(`${file} is what the tables say`, () => {
    assert.deepEqual(JSON.parse(textOf(file)), schema, again)
  })

test('docs/configuration.md has the tables of keys', () => {
  const manual = textOf('docs/configuration.md')
  assert.equal(withKeyTables(manual), manual, again)
  for (const name of [...Object.keys(postKeys), ...Object.keys(siteKeys)])
    assert.ok(manual.includes(`| \`${name}\``), `${name} has a row`)
})

interface Schema {
  readonly properties?: Readonly<Record<string, Schema>>
  readonly additionalProperties?: boolean
  readonly description?: string
  readonly anyOf?: readonly Schema[]
  readonly items?: Schema
  readonly pattern?: string
}

/** Every schema of a mapping inside one, itself included. */
function mappings(schema: Schema): Schema[] {
  const inside = [
    ...Object.values(schema.properties ?? {}),
    ...(schema.anyOf ?? []),
    ...(schema.items ? [schema.items] : []),
  ]
  return [...(schema.properties ? [schema] : []), ...inside.flatMap(mappings)]
}

test('the schemas describe each key and forbid others but x-', () => {
  for (const file of Object.keys(schemas)) {
    const found = mappings(JSON.parse(textOf(file)) as Schema)
    assert.ok(found.length > 5)
    for (const mapping of found) {
      assert.equal(mapping.additionalProperties, false)
      for (const [name, property] of Object.entries(mapping.properties ?? {})) {
        assert.ok(property.description, `${file}: ${name}`)
        if (property.pattern) assert.doesNotThrow(() => new RegExp(property.pattern ?? '', 'u'))
      }
    }
  }
})
