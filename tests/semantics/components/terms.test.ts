import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Nodes, RootContent } from 'mdast'
import { findComponents, type Terms, termMarker } from '../../../src/semantics/components/index.ts'
import { mdastOf } from '../../markdown.ts'
import { outline } from './outline.ts'

const abbreviations = [
  { short: 'TLS', long: 'Transport Layer Security' },
  { short: 'CA', long: 'certificate authority' },
  { short: 'CA/B', long: 'CA and browsers' },
  { short: 'e.g', long: 'for example' },
  { short: 'X-Ray', long: 'rays' },
]
const none = { cve: false, cwe: false, rfc: false }
const every = { cve: true, cwe: true, rfc: true }

function marked(markdown: string, terms: Partial<Terms> = {}): string {
  const options = { automaticKeyFacts: false }
  const { tree } = findComponents(mdastOf(markdown), { path: 'a.md', text: markdown }, options)
  const mark = termMarker({ abbreviations, references: none, ...terms })
  return mark?.(tree.children).map(outline).join(' ') ?? ''
}

test('a short form is explained wherever it stands, and is met for the first time once', () => {
  assert.equal(
    marked('A TLS, *TLS*.\n\n- TLS'),
    'paragraph("A " first=Transport Layer Security("TLS") ", " emphasis(again=Transport Layer Security("TLS")) ".") ' +
      'list(listItem(paragraph(again=Transport Layer Security("TLS"))))',
  )
})

test('the longest one counts, whole words only; a plural is one', () => {
  assert.match(marked('CA/B'), /^paragraph\(first=CA and browsers\("CA\/B"\)\)$/)
  assert.match(
    marked('CAs, CA’s'),
    /first=certificate authority\("CA"\) "s, " again=[^(]+\("CA"\) "’s"/,
  )
  assert.match(marked('TLS-based X-Ray'), /first=Transport[^(]+\("TLS"\) "-based " first=rays/)
  assert.match(marked('在TLS中'), /"在" first=/)
  for (const text of ['TLSv', 'aTLS', 'TLS1', 'tls', 'TLS_X', 'CASE', 'exg'])
    assert.doesNotMatch(marked(text), /first/, text)
})

test('in code, links and copies nothing is explained; in headings and titles it is', () => {
  assert.doesNotMatch(marked('`TLS` [TLS](x) ![TLS](y)\n\n    TLS'), /first/)
  assert.match(marked('# TLS'), /^heading\(first/)
  assert.match(marked(':::notice[TLS]\nTLS\n:::'), /^notice#tls h2\[first.+\(paragraph\(again/)
  assert.match(marked(':::figure[TLS]\n> TLS\n:::'), /^figure\(.*first.*\)\[again/)
  assert.match(marked('a :pull[TLS]', {}), /^lifted\(paragraph\("TLS"\)\) paragraph\("a " first/)
})

test('identifiers are links, on request, each kind for itself', () => {
  const text = 'CVE-2024-3094, CWE-79, RFC 9116, RFC9116.'
  const urls = (references: Terms['references']): (string | undefined)[] => {
    const found: string[] = []
    const stack: Nodes[] = [
      ...(termMarker({ abbreviations: [], references })?.(mdastOf(text).children) ?? []),
    ]
    for (let node = stack.shift(); node; node = stack.shift()) {
      if (node.type === 'link') found.push(node.url)
      if ('children' in node) stack.unshift(...(node.children as RootContent[]))
    }
    return found
  }
  assert.deepEqual(urls(every), [
    'https://www.cve.org/CVERecord?id=CVE-2024-3094',
    'https://cwe.mitre.org/data/definitions/79.html',
    'https://www.rfc-editor.org/rfc/rfc9116',
    'https://www.rfc-editor.org/rfc/rfc9116',
  ])
  assert.deepEqual(urls({ ...none, cwe: true }), ['https://cwe.mitre.org/data/definitions/79.html'])
  assert.deepEqual(urls(none), [])
})

test('what only resembles an identifier stays, and links hold no links', () => {
  const references = every
  const others =
    'XCVE-2024-3094 CVE-24-1234 CVE-2024-123 CVE-2024-3094-1 CWE-0 RFC x RFC-1 cve-2024-3094'
  for (const text of [...others.split(' '), '# CVE-2024-3094', '`CWE-79`'])
    assert.doesNotMatch(marked(text, { references }), /link/, text)
  assert.equal(marked('[RFC 1](x)', { references }), 'paragraph(link("RFC 1"))')
  const abbreviated = [{ short: 'CVE', long: 'c' }]
  assert.equal(
    marked('CVE-2024-3094 CVE', { references, abbreviations: abbreviated }),
    'paragraph(link("CVE-2024-3094") " " first=c("CVE"))',
  )
})

test('what is given stays as it is; depth does not matter; without terms there is no marker', () => {
  const terms = { abbreviations, references: every }
  let deep: Nodes = { type: 'text', value: 'TLS' }
  for (let i = 0; i < 10_000; i++) deep = { type: 'emphasis', children: [deep] } as Nodes
  const blocks = [{ type: 'paragraph', children: [deep] }] as RootContent[]
  assert.equal(termMarker(terms)?.(blocks).length, 1)
  const tree = mdastOf('TLS RFC 1')
  const before = JSON.stringify(tree)
  termMarker(terms)?.(tree.children)
  assert.equal(JSON.stringify(tree), before)
  assert.equal(termMarker({ abbreviations: [], references: none }), undefined)
})
