import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import type { Element, Nodes } from 'hast'
import { attributesOf } from '../../src/hast/guard/attributes.ts'
import { guardPage } from '../../src/hast/guard.ts'
import { plainTextOf } from '../../src/hast/plain-text.ts'
import { elementsOf, parsedAgain, rendered } from './page-of.ts'

interface Vector {
  readonly id: string
  readonly context: string
  readonly md: string
  readonly forbid: readonly string[]
  readonly keep?: string
}

const file = new URL('../data/xss.json', import.meta.url)
const { vectors }: { vectors: Vector[] } = JSON.parse(readFileSync(file, 'utf8'))
const body = vectors.filter((vector) => vector.context === 'body')

type Attributes = ReadonlyMap<string, string>
/** Each rule tells whether an element breaks it. */
const broken: Record<string, (element: Element, attributes: Attributes) => boolean> = {
  exec: ({ tagName }, attributes) =>
    /^(?:script|iframe|object|embed|svg|math|template|meta|base|link|frame.*)$/.test(tagName) ||
    [...attributes.keys()].some((name) => /^on/i.test(name) || name === 'srcdoc'),
  handler: (_, attributes) => [...attributes.keys()].some((name) => /^on/i.test(name)),
  jsurl: (_, attributes) =>
    ['href', 'src', 'action', 'formaction', 'cite', 'data', 'poster', 'xlink:href'].some((name) => {
      const scheme = /^([^/?#]*):/.exec(
        (attributes.get(name) ?? '').replace(/^[\0-\x20]+|[\t\n\r]/g, ''),
      )
      return scheme !== null && !/^(?:https?|mailto)$/i.test(scheme[1] ?? '')
    }),
  thirdparty: ({ tagName }, attributes) =>
    tagName === 'link' ||
    tagName === 'style' ||
    ['src', 'srcset', 'poster', 'data', 'background'].some((name) =>
      /^\s*(?:\w+:|[/\\]{2})/.test(attributes.get(name) ?? ''),
    ),
  opener: (_, attributes) => attributes.has('target'),
  style: ({ tagName }, attributes) => tagName === 'style' || attributes.has('style'),
  'element:form': ({ tagName }) => tagName === 'form',
  'attr:ping': (_, attributes) => attributes.has('ping'),
  // The ids of headings and notes are the engine's own.
  clobber: ({ tagName }, attributes) =>
    !/^h[1-6]$/.test(tagName) &&
    [attributes.get('id'), attributes.get('name')].some(
      (name) => name !== undefined && !/^(?:u-|fn-|fnref-|notes-)/.test(name),
    ),
}

function check(tree: Nodes, vector: Vector): void {
  const ids = new Set<string>()
  for (const element of elementsOf(tree)) {
    const attributes = new Map(attributesOf(element).map(({ name, value }) => [name, value]))
    for (const rule of vector.forbid) {
      const breaks = broken[rule]
      assert.ok(breaks || rule === 'dupid', `no check for ${rule}`)
      assert.ok(!breaks?.(element, attributes), `${rule}: ${JSON.stringify(element)}`)
    }
    const id = attributes.get('id')
    assert.ok(id === undefined || !ids.has(id), `two elements have the id ${id}`)
    if (id !== undefined) ids.add(id)
  }
}

for (const vector of body)
  test(`hostile post: ${vector.id}`, () => {
    for (const html of ['safe', 'drop'] as const) {
      const made = rendered(vector.md, { html })
      assert.deepEqual(guardPage(made.page), [])
      const again = parsedAgain(made.html)
      for (const tree of [made.page, again]) {
        check(tree, vector)
        // Dropped HTML takes the words of a block of it along.
        if (vector.keep && html === 'safe') assert.ok(plainTextOf(tree).includes(vector.keep))
      }
      assert.equal(plainTextOf(again), plainTextOf(made.page))
    }
  })

test('every hostile post of the collection is tried', () => {
  assert.ok(body.length >= 100)
})
