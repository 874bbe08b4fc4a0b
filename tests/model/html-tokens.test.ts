import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { htmlTokens } from '../../src/model/html-tokens.ts'
import { spentSince } from '../processor-time.ts'

/** Tokens as `kind:typed`. */
function cut(html: string): string[] {
  return htmlTokens(html).map((token) => `${token.kind}:${html.slice(token.start, token.end)}`)
}

const cases: Record<string, readonly [html: string, tokens: readonly string[]]> = {
  'tags and text': ['a<B c>d</b>', ['text:a', 'start:<B c>', 'text:d', 'end:</b>']],
  'a > in quotes': ['<a b=">" c=\'>\'>x', ['start:<a b=">" c=\'>\'>', 'text:x']],
  'quotes in a name open nothing': ['<a b"=c>x', ['start:<a b"=c>', 'text:x']],
  'an equals sign first': ['<a ="b>c', ['start:<a ="b>', 'text:c']],
  'a value without quotes': ['<a b=c"d/>e', ['start:<a b=c"d/>', 'text:e']],
  'no value': ['<a b= >c', ['start:<a b= >', 'text:c']],
  'a slash parts attributes': ['<img/src=x/>', ['start:<img/src=x/>']],
  comments: [
    '<!--a--><!--><!---><!--b--!>c',
    ['comment:<!--a-->', 'comment:<!-->', 'comment:<!--->', 'comment:<!--b--!>', 'text:c'],
  ],
  declarations: ['<!x><?y>', ['comment:<!x>', 'comment:<?y>']],
  CDATA: ['<![CDATA[<a>]]>b', ['cdata:<![CDATA[<a>]]>', 'text:b']],
  'opaque elements': ['<script><a></SCRIPT >b', ['opaque:<script><a></SCRIPT >', 'text:b']],
  'an opaque element without end': ['<script><a>', ['start:<script>', 'start:<a>']],
  'no tag': ['a < b <3 </ c', ['text:a < b <3 ', 'unfinished:</', 'text: c']],
  'a tag that never ends': ['a<b c="d>', ['text:a', 'unfinished:<b c="d>']],
  'a comment that never ends': ['<!-- a>', ['unfinished:<!-- a>']],
}
for (const [name, [html, tokens]] of Object.entries(cases))
  test(`tokens: ${name}`, () => {
    assert.deepEqual(cut(html), tokens)
  })

test('attributes as they are typed', () => {
  const [token] = htmlTokens('<a B=c d = "e f" g h=\'\' b=i>')
  assert.deepEqual(token?.attributes, [
    { name: 'b', value: 'c' },
    { name: 'd', value: 'e f' },
    { name: 'g', value: '' },
    { name: 'h', value: '' },
    { name: 'b', value: 'i' },
  ])
})

test('tokens cover every character once', () => {
  const piece = fc.constantFrom(
    ...'<,>,/,!,-,--,=,",\',a,script,</script,<!--,-->,[CDATA[,]]>, ,&,?'.split(','),
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const html = pieces.join('')
      let at = 0
      for (const token of htmlTokens(html)) {
        assert.equal(token.start, at)
        assert.ok(token.end > at)
        at = token.end
      }
      assert.equal(at, html.length)
    }),
    { numRuns: 2000 },
  )
})

test('a megabyte of beginnings is cut in a moment', () => {
  for (const piece of ['<script>', '</script ', '<a b="', '<!--', '<x ', '<p/', '<', '<a ==']) {
    const started = process.cpuUsage()
    htmlTokens(piece.repeat(1_000_000 / piece.length))
    assert.ok(spentSince(started) < 2000, piece)
  }
})
