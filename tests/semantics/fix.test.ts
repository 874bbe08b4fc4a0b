import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { diagnose, type TextEdit } from '../../src/model/diagnostic.ts'
import { applyFixes } from '../../src/semantics/fix.ts'

const finding = (...fix: TextEdit[]) => diagnose('FN201', { message: 'x', file: 'a.md', fix })
const edit = (start: number, end: number, insert: string): TextEdit => ({ start, end, insert })

describe('applyFixes', () => {
  it('makes edits in any order and keeps line ends', () => {
    const text = 'a\r\nb\r\nc'
    assert.equal(
      applyFixes(text, [finding(edit(6, 7, 'C')), finding(edit(0, 0, '> '), edit(3, 4, ''))]),
      '> a\r\n\r\nC',
    )
  })

  it('makes all edits of a finding or none', () => {
    const first = finding(edit(1, 3, 'X'))
    const crossing = finding(edit(0, 1, 'Y'), edit(2, 4, 'Z'))
    assert.equal(applyFixes('abcd', [first, crossing]), 'aXd')
    assert.equal(applyFixes('abcd', [crossing, first]), 'YbZ')
  })

  it('makes an edit that two findings share once', () => {
    const shared = edit(0, 0, '^')
    assert.equal(
      applyFixes('ab', [finding(shared, edit(1, 1, '1')), finding(shared, edit(2, 2, '2'))]),
      '^a1b2',
    )
  })

  it('lets edits touch', () => {
    assert.equal(
      applyFixes('abc', [
        finding(edit(0, 1, 'A')),
        finding(edit(1, 2, 'B')),
        finding(edit(1, 1, '-')),
      ]),
      'A-Bc',
    )
  })

  it('refuses edits outside the text', () => {
    assert.equal(
      applyFixes('abc', [
        finding(edit(2, 9, 'X')),
        finding(edit(2, 1, 'X')),
        finding(edit(-1, 0, 'X')),
      ]),
      'abc',
    )
  })

  it('changes nothing where there is nothing to repair', () => {
    assert.equal(applyFixes('abc', [diagnose('FN101', { message: 'x', file: 'a.md' })]), 'abc')
  })

  it('is quick with many edits', () => {
    const many = Array.from({ length: 20_000 }, (_, index) => finding(edit(index, index, '-')))
    assert.equal(applyFixes('x'.repeat(20_000), many.reverse()).length, 40_000)
  })
})
