import assert from 'node:assert/strict'
import { test } from 'node:test'
import { toHtml } from 'hast-util-to-html'
import { propertiesOf } from '../../src/jsx/attributes.ts'
import { createElement } from '../../src/jsx/create-element.ts'
import { isJsxError } from '../../src/jsx/jsx-error.ts'

const printed = (tagName: string, attributes: Record<string, unknown>) =>
  toHtml(createElement(tagName, attributes))

test('attributes are written as in HTML and kept under their names in hast', () => {
  assert.deepEqual(
    propertiesOf('a', {
      class: 'a  b',
      rel: 'me author',
      'aria-label': 'x',
      'data-my-mark': '1',
      hreflang: 'de',
      tabindex: 0,
    }),
    {
      className: ['a', 'b'],
      rel: ['me', 'author'],
      ariaLabel: 'x',
      dataMyMark: '1',
      hrefLang: 'de',
      tabIndex: 0,
    },
  )
})

for (const [tagName, attributes, expected] of [
  ['meta', { charset: 'utf-8' }, '<meta charset="utf-8">'],
  ['meta', { 'http-equiv': 'refresh', content: '0' }, '<meta http-equiv="refresh" content="0">'],
  ['time', { datetime: '2017-10-17' }, '<time datetime="2017-10-17"></time>'],
  ['label', { for: 'x' }, '<label for="x"></label>'],
  ['td', { colspan: 2 }, '<td colspan="2"></td>'],
  ['details', { open: true }, '<details open></details>'],
  ['details', { open: false }, '<details></details>'],
  ['p', { hidden: undefined, id: null }, '<p></p>'],
  [
    'p',
    { 'aria-hidden': false, 'aria-busy': true },
    '<p aria-hidden="false" aria-busy="true"></p>',
  ],
  ['p', { class: ['a', false, undefined, 'b c'] }, '<p class="a b c"></p>'],
  ['p', { class: false }, '<p></p>'],
  ['img', { srcset: 'a.png 1x, b.png 2x', alt: '' }, '<img srcset="a.png 1x, b.png 2x" alt="">'],
  ['p', { title: '"<&' }, '<p title="&#x22;<&#x26;"></p>'],
  [
    'svg',
    { viewBox: '0 0 1 1', 'stroke-width': 2 },
    '<svg viewBox="0 0 1 1" stroke-width="2"></svg>',
  ],
] as const)
  test(`prints ${expected}`, () => {
    assert.equal(printed(tagName, attributes), expected)
  })

for (const name of [
  'onclick',
  'onClick',
  'ONLOAD',
  'style',
  'srcdoc',
  'srcDoc',
  'dangerouslySetInnerHTML',
  'innerHTML',
])
  test(`refuses ${name}`, () => {
    assert.throws(
      () => propertiesOf('p', { [name]: 'x' }),
      (error) => isJsxError(error) && error.fault === 'forbidden-attribute' && error.hint !== '',
    )
  })

for (const [name, value] of [
  ['className', 'x'],
  ['htmlFor', 'x'],
  ['title', {}],
  ['title', () => 'x'],
  ['title', ['a']],
  ['width', Number.NaN],
] as const)
  test(`refuses ${name} with ${typeof value}`, () => {
    assert.throws(
      () => propertiesOf('p', { [name]: value }),
      (error) => isJsxError(error) && error.fault === 'bad-attribute',
    )
  })
