import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import type { XmlFault } from '../../../src/importers/wordpress/xml-faults.ts'
import { xmlReader } from '../../../src/importers/wordpress/xml-reader.ts'

/** What is read of pieces: tags, words with their parts joined, and faults as `line:column kind`. */
function heard(pieces: readonly string[], goesOn = true): { parts: string[]; faults: string[] } {
  const parts: string[] = []
  const faults: string[] = []
  let words = ''
  const flush = (): void => {
    if (words !== '') parts.push(words)
    words = ''
  }
  const reader = xmlReader({
    open: (name, attributes) => {
      flush()
      parts.push(`<${name} ${JSON.stringify(attributes)}`)
    },
    close: (name) => {
      flush()
      parts.push(`</${name}`)
    },
    words: (text) => {
      words += text
    },
    fault: (fault, at) => {
      faults.push(`${at.line}:${at.column} ${nameOf(fault)}`)
      return goesOn
    },
  })
  for (const piece of pieces) reader.write(piece)
  reader.close()
  flush()
  return { parts, faults }
}

function nameOf(fault: XmlFault): string {
  if (fault.kind === 'form') return fault.what
  if (fault.kind === 'cut-off') return `cut-off ${fault.element}`
  return fault.kind === 'reference' ? `reference ${fault.name}` : fault.kind
}

const faulty: readonly (readonly [string, readonly string[]])[] = [
  ['<a>x & y</a>', ['1:6 ampersand']],
  ['<a>\n&nbsp; &#8; &#xFFFF; &#x110000;</a>', ['2:1 reference nbsp', '2:8 reference #8']],
  ['<a>1 < 2</a>', ['1:6 less-than']],
  ['<a>]]></a>', ['1:4 section-end']],
  ['<a><![CDATA[x ]]> y ]]></a>', ['1:21 section-end']],
  ['<a><!-- x -- y --></a>', ['1:11 comment']],
  ['<a><!ELEMENT b></a>', ['1:4 declaration']],
  ['<a b></a>', ['1:5 attribute-value']],
  ['<a b=c></a>', ['1:6 attribute-value']],
  ['<a b="1"c="2"></a>', ['1:9 attribute']],
  ['<a b="<c>"></a>', ['1:7 less-than-value']],
  ['<a$></a$>', ['1:1 tag-name']],
  ['<a></a $>', ['1:4 closing-tag']],
  ['<a><b></a>', ['1:7 not-open']],
  ['<a></b></a>', ['1:4 not-open']],
  ['x<a></a>', ['1:1 outside']],
  ['<a></a>\nx', ['2:1 outside']],
  ['<a></a><b>words</b>', ['1:8 second-root']],
  ['<a><b>', ['1:7 cut-off b']],
  ['<a></a><!-- x', ['1:14 cut-off undefined']],
  ['<a></a><b>', ['1:8 second-root', '1:11 cut-off b']],
  ['<a>\u0001\u0002<b></a>', ['1:4 control', '1:5 control', '1:9 not-open']],
  ['<a>\u0001\n<b></a>', ['1:4 control', '2:4 not-open']],
  ['<a>\n<b>\n</b\n></c\n></a>', ['4:2 not-open']],
  ['<a>\nx &\ny</a>', ['2:3 ampersand']],
  ['<a>\uffff</a>', ['1:4 control']],
]

for (const [text, expected] of faulty)
  test(`a fault is told with its place: ${JSON.stringify(text)}`, () => {
    const { faults } = heard([text])
    assert.deepEqual(faults.slice(0, expected.length), expected)
    assert.deepEqual(heard(Array.from(text)).faults, faults)
  })

for (const text of [
  '<a>x &amp; &lt; &gt; &quot; &apos; &#228; &#x1F600;</a>',
  '<a>]]&gt;</a>',
  '<a b="&lt;c>"></a>',
  '<!-- <!DOCTYPE x> ]]> --><?p <!DOCTYPE ?><a><![CDATA[<!DOCTYPE x [ & < ]]></a>',
  '<a b="!doctype"/>',
  `<a b="${'x'.repeat(70_000)}"><!--${'y'.repeat(70_000)}--></a>`,
  '<a hasOwnProperty="1" __proto__="2" constructor="3" b="4"></a>',
])
  test(`nothing is told of sound XML: ${text.slice(0, 60)}`, () => {
    assert.deepEqual(heard([text]).faults, [])
    assert.deepEqual(heard(text.match(/[\s\S]{1,16}/g) ?? []).faults, [])
  })

for (const doctype of ['<!DOCTYPE', '<!doctype', '< !DOCTYPE', '<!DOC\u0001TYPE'])
  test(`a document type is told where it begins, and no more is read: ${JSON.stringify(doctype)}`, () => {
    const text = `<?xml version="1.0"?>\n${doctype} a [ <!-- x --> <a><b></b></a>`
    for (const pieces of [[text], Array.from(text)]) {
      const { parts, faults } = heard(pieces, false)
      assert.deepEqual(parts, [])
      assert.match(faults.join(), doctype.includes('\u0001') ? /^2:6 control$/ : /^2:[12] doctype$/)
    }
    assert.ok(heard([text]).faults.some((fault) => /^2:\d+ doctype$/.test(fault)))
  })

test('a document type within the root is told where it begins', () => {
  assert.deepEqual(heard(['<a>\n<!DOCTYPE x [ <!ENTITY y'], false).faults, ['2:1 doctype'])
})

test('ends of lines are read as one sign', () => {
  const { parts, faults } = heard(['<a>1\r', '\n2\r3\n\r', '4\r\n<b></a>'])
  assert.deepEqual(parts.slice(0, 2), ['<a {}', '1\n2\n3\n\n4\n'])
  assert.deepEqual(faults, ['6:4 not-open'])
})

test('how a file is cut changes nothing of what is read', () => {
  const pieces = [
    '<![CDATA[',
    ']]>',
    ']',
    '\r',
    '\n',
    '&amp;',
    '<b c="d">',
    '</b>',
    '😀',
    '\u0001',
    '<!--',
    '-->',
    'words ',
    '<!DOCTYPE ',
    '<b/>',
  ]
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...pieces), { maxLength: 30 }),
      fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 6 }),
      (inner, sizes) => {
        const text = `<a>${inner.join('')}</a>`
        const cut: string[] = []
        for (let at = 0, turn = 0; at < text.length; turn++) {
          const size = sizes[turn % sizes.length] ?? 1
          cut.push(text.slice(at, at + size))
          at += size
        }
        assert.deepEqual(heard(cut), heard([text]))
      },
    ),
    { numRuns: 300 },
  )
})

test('long words come in parts that make up the whole', () => {
  const long = 'Words, “quoted” & more ]] > 😀\n'.repeat(20_000)
  const text = `<a><![CDATA[${long}]]>${long.replaceAll('&', '&amp;')}</a>`
  const { parts, faults } = heard(text.match(/[\s\S]{1,10007}/g) ?? [])
  assert.deepEqual(faults, [])
  assert.ok(parts[1] === long + long)
})
