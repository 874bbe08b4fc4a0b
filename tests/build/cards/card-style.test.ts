import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cardFonts, cardPalette } from '../../../src/build/cards/card-style.ts'
import { outputPath } from '../../../src/model/paths.ts'

const file = (path: string, text: string) => ({
  path: outputPath(path),
  bytes: new TextEncoder().encode(text),
})

const themed = (css: string) => ({
  styles: [outputPath('assets/t.css')],
  assets: [
    file('assets/t.css', css),
    file('assets/a.woff2', 'A'),
    file('assets/b b.ttf', 'B'),
    file('assets/unused.woff2', 'C'),
  ],
})

test('the upright fonts of the style sheets are taken in their order, each once', () => {
  const css =
    '@font-face{font-family:X;font-style:italic;src:url(./unused.woff2)}' +
    '@font-face{font-family:X;src:url("b%20b.ttf")format("truetype")}' +
    '@font-face { font-family: Y; src: local(Georgia) }' +
    "@font-face{font-family:X;src:url('./a.woff2')format('woff2')}" +
    '@font-face{font-family:Z;src:url(./a.woff2)}@font-face{src:url(gone.woff)}'
  const fonts = cardFonts(themed(css)).map(({ name, bytes }) => [
    name,
    String.fromCharCode(...bytes),
  ])
  assert.deepEqual(fonts, [
    ['card-0', 'B'],
    ['card-1', 'A'],
  ])
})

test('colours are those of the theme where they are plain, else quiet ones', () => {
  const css = ':root{--paper:#ABC;--ink: #112233;--accent:oklch(50% 0.2 20);--muted:#12345}'
  assert.deepEqual(cardPalette(themed(css)), {
    paper: '#ABC',
    ink: '#112233',
    muted: '#57534c',
    accent: '#8a2c1d',
    rule: '#d3cec2',
  })
})

test('a theme that extends another has the last word on its colours', () => {
  const css =
    ':root{--accent:#111111}:root{--accent:light-dark(#222222,#eeeeee)}:root{--accent:#333333}'
  assert.equal(cardPalette(themed(css)).accent, '#333333')
})
