import assert from 'node:assert/strict'
import { test } from 'node:test'
import { element, text } from '../../src/hast/element.ts'
import { plainTextOf } from '../../src/hast/plain-text.ts'
import { rendered } from './page-of.ts'

test('words without marks, ways back, hidden copies and pictures', () => {
  const { page } = rendered(
    '# One[^1]\n\nTwo :pull[*three*]  four,  \nfive<br>six ![seven](a.png)\n\n- a\n- b\n\n[^1]: note\n',
  )
  assert.equal(plainTextOf(page), 'One Two three four, five six a b Notes note')
})

test('a formula is its TeX', () => {
  const math = element('math', { alttext: 'x^2' }, [element('mi', {}, [text('x')])])
  assert.equal(plainTextOf(element('p', {}, [text('So '), math, text('.')])), 'So x^2.')
})

test('what is hidden has no words', () => {
  const hidden = { type: 'element', tagName: 'p', properties: { hidden: true } } as const
  const child = { type: 'text', value: 'x' } as const
  assert.equal(plainTextOf({ ...hidden, children: [child] }), '')
  assert.equal(plainTextOf({ ...hidden, properties: {}, children: [child] }), 'x')
})
