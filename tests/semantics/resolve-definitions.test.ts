import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Nodes, RootContent } from 'mdast'
import { resolveDefinitions } from '../../src/semantics/resolve-definitions.ts'
import { mdastOf } from '../markdown.ts'

function typesIn(nodes: readonly Nodes[]): readonly string[] {
  return nodes.flatMap((node) => [node.type, ...('children' in node ? typesIn(node.children) : [])])
}

test('a note keeps its links wherever their definitions stand, and no definition is left', () => {
  const body = mdastOf(
    '[a] and ![b][c]\n\n> [a]: /first "t"\n\n[a]: /second\n\n[c]: /picture\n\n[d]: /inside\n\nSee [a] and [d].',
  )
  // The last blocks stand for a note, which is shown away from the body.
  const note: RootContent[] = body.children.splice(3)
  resolveDefinitions({ body, notes: [note] })
  const types = [...typesIn([body]), ...typesIn(note)]
  assert.deepEqual(
    types.filter((type) => /Reference|definition/.test(type)),
    [],
  )
  assert.match(JSON.stringify(body), /"url":"\/first","title":"t"/, 'the first definition wins')
  assert.match(JSON.stringify(body), /"type":"image","url":"\/picture"/)
  assert.match(JSON.stringify(note), /"url":"\/first"[\s\S]*"url":"\/inside"/)
})
