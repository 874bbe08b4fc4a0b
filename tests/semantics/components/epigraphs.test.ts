import assert from 'node:assert/strict'
import { test } from 'node:test'
import { components } from './outline.ts'

const epigraph = (lines: string) => components(`:::epigraph\n${lines}\n:::`)

test('the last line that begins with a dash says whose words they are', () => {
  const trees: Record<string, string> = {
    'Words.\n— *Ann*, 1904': 'epigraph(paragraph("Words."))[emphasis("Ann") ", 1904"]',
    'Words.\n\n— Ann': 'epigraph(paragraph("Words."))["Ann"]',
    'Words.\n-- Ann': 'epigraph(paragraph("Words."))["Ann"]',
    'Words.\\\n– Ann': 'epigraph(paragraph("Words."))["Ann"]',
    'One  \ntwo\n―Ann,\nin a book': 'epigraph(paragraph("One" break "two"))["Ann,\\nin a book"]',
    '— Hello.\n— Hello?\n— A play': 'epigraph(paragraph("— Hello.\\n— Hello?"))["A play"]',
    'Words *and*\n— Ann': 'epigraph(paragraph("Words " emphasis("and")))["Ann"]',
    'One\n\ntwo — three\n': 'epigraph(paragraph("One") paragraph("two — three"))[]',
    'Words.': 'epigraph(paragraph("Words."))[]',
    '- — a': 'epigraph(list(listItem(paragraph("— a"))))[]',
  }
  for (const [lines, tree] of Object.entries(trees))
    assert.deepEqual([epigraph(lines).tree, epigraph(lines).codes], [tree, []], lines)
})

test('the label says it too, and then a dash is a dash', () => {
  assert.equal(
    components(':::epigraph[Ann[^1]]\nWords.\n— more\n:::\n\n[^1]: n').tree,
    'epigraph(paragraph("Words.\\n— more"))["Ann" footnoteReference] footnoteDefinition(paragraph("n"))',
  )
})

test('without words it is told, and what there is is printed', () => {
  assert.deepEqual(epigraph('— Ann'), {
    tree: 'paragraph("— Ann")',
    codes: ['HT205@1'],
    hints: epigraph('').hints,
  })
})

test('one that is never closed takes one block', () => {
  const { tree, codes } = components(':::epigraph\nWords\n— Ann\n\nRest\n')
  assert.equal(tree, 'epigraph(paragraph("Words"))["Ann"] paragraph("Rest")')
  assert.deepEqual(codes, ['HT202@1'])
})
