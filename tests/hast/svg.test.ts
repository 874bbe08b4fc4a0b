import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { sanitiseSvg } from '../../src/hast/svg/sanitise-svg.ts'
import { xmlTokens } from '../../src/hast/svg/xml-tokens.ts'

const head = '<svg xmlns="http://www.w3.org/2000/svg">'
const inside = (svg: string) => sanitiseSvg(`${head}${svg}</svg>`)

const kept: readonly string[] = [
  '<rect width="4" height="4" fill="url(#paint)"/>',
  '<a href="https://example.org/?a=b&amp;c"><text x="1">A &lt; B</text></a>',
  '<use xlink:href="#shape"/>',
  '<image href="data:image/png;base64,iVBORw0KGgo="/>',
  '<style>.a { fill: red; clip-path: url("#b") }</style>',
  '<linearGradient id="paint"><stop offset="5%" stop-color="gold"/></linearGradient>',
  '<animate attributeName="opacity" from="0" to="1" dur="1s"/>',
  '<text xml:space="preserve"> a </text>',
]
for (const svg of kept)
  test(`kept: ${svg}`, () => {
    assert.deepEqual(inside(svg), {
      svg: `${head}${svg}</svg>\n`.replaceAll('"#b"', '"#b"'),
      removed: [],
    })
  })

const taken: Record<string, readonly [svg: string, left: string, removed: readonly string[]]> = {
  'a script': ['<script>alert(1)</script><g/>', '<g/>', ['<script>']],
  'a script in CDATA': ['<script><![CDATA[ </script> ]]>x</script><g/>', '<g/>', ['<script>']],
  'a handler': ['<g onclick="x"/>', '<g/>', ['onclick']],
  'a handler in capitals': ['<g ONLOAD="x"/>', '<g/>', ['onload']],
  'HTML in it': ['<foreignObject><p onclick="x">a</p></foreignObject>', '', ['<foreignObject>']],
  'an address that is code': [
    '<a href="java&#x73;cript:x"><g/></a>',
    '<a><g/></a>',
    ['href to javascript:x'],
  ],
  'a part of another file': ['<use href="other.svg#a"/>', '<use/>', ['href to other.svg#a']],
  'a picture from elsewhere': [
    '<image xlink:href="https://e.org/a.png"/>',
    '<image/>',
    ['xlink:href to https://e.org/a.png'],
  ],
  'a drawing in a drawing': [
    '<image href="data:image/svg+xml,x"/>',
    '<image/>',
    ['href to data:image/svg+xml,x'],
  ],
  'paint from elsewhere': [
    '<g fill="url(https://e.org/#a)"/>',
    '<g/>',
    ['fill with url(https://e.org/#a)'],
  ],
  'a style sheet that loads': [
    '<style>@import "a.css";</style>',
    '<style></style>',
    ['<style> that loads something'],
  ],
  'a style with escapes': [
    '<style>a{b:\\75rl(x)}</style>',
    '<style></style>',
    ['<style> that loads something'],
  ],
  'an animated address': [
    '<set attributeName="href" to="javascript:x"/>',
    '',
    ['<set attributeName="href">'],
  ],
  'what editors leave': [
    '<sodipodi:namedview id="a"/><metadata>x</metadata><g inkscape:label="b" xml:base="/"/>',
    '<g/>',
    [],
  ],
  'comments and instructions': ['<!-- <script> --><?xml-stylesheet href="a"?><g/>', '<g/>', []],
  'a namespace of HTML': [
    '<g xmlns="http://www.w3.org/1999/xhtml" xmlns:x="http://www.w3.org/1999/xhtml"><x:script/></g>',
    '<g></g>',
    [],
  ],
  'an attribute given twice': ['<g id="a" id="b"/>', '<g id="a"/>', []],
}
for (const [name, [svg, left, removed]] of Object.entries(taken))
  test(`taken out: ${name}`, () => {
    assert.deepEqual(inside(svg), { svg: `${head}${left}</svg>\n`, removed })
  })

test('declarations before the drawing go, and entities mean nothing', () => {
  const { svg } = sanitiseSvg(
    `<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY x "<script>a</script>">]>${head}<text>&x;</text></svg>`,
  )
  assert.equal(svg, `${head}<text>&amp;x;</text></svg>\n`)
})

test('what is no drawing becomes an empty one', () => {
  for (const text of ['', 'hello', '<html><svg/></html>', '<svg:svg/>'])
    assert.equal(sanitiseSvg(text).svg, '<svg xmlns="http://www.w3.org/2000/svg"/>\n')
})

test('a drawing that is not closed is closed', () => {
  assert.equal(sanitiseSvg(`${head}<g><rect`).svg, `${head}<g></g></svg>\n`)
})

const markup = fc.array(
  fc.constantFrom(
    '<svg>',
    '</svg>',
    '<g a="',
    '<script',
    '>',
    '"',
    "'",
    '<!--',
    '-->',
    '<![CDATA[',
    ']]>',
    ' onload=x',
    '&lt;',
    '<use href=',
    '/>',
    'x',
    '<a',
    '<!DOCTYPE',
    '[',
  ),
  { maxLength: 40 },
)
test('whatever comes in, what comes out comes out of itself again, and holds no script', () => {
  fc.assert(
    fc.property(markup, (parts) => {
      const { svg } = sanitiseSvg(`<svg>${parts.join('')}`)
      assert.equal(sanitiseSvg(svg.trimEnd()).svg, svg)
      for (const token of xmlTokens(svg)) {
        if (token.kind !== 'start') continue
        assert.notEqual(token.name.toLowerCase(), 'script')
        for (const [name] of token.attributes) assert.doesNotMatch(name, /^on/i)
      }
    }),
  )
})

test('a long drawing takes no longer than it is long', () => {
  const start = performance.now()
  sanitiseSvg(`<svg>${'<g a="'.repeat(50_000)}`)
  sanitiseSvg(`<svg>${'<g>'.repeat(200_000)}`)
  sanitiseSvg(`<svg>${'<!DOCTYPE ['.repeat(50_000)}`)
  sanitiseSvg(`<svg>${'</g>'.repeat(200_000)}`)
  assert.ok(performance.now() - start < 5000)
})
