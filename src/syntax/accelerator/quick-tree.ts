import type { Nodes, Root } from 'mdast'
import type { QuickReader } from '../../model/quick-reader.ts'
import { nodesOf } from '../walk.ts'
import { isReadAlike } from './gate.ts'
import { endItemsAsRecorded } from './items-in-notes.ts'

/** How a text is to be read. */
export interface QuickReading {
  readonly reader: QuickReader
  /** Whether labels are known that the text need not define. */
  readonly labels: boolean
}

/**
 * The tree that the parser of record would give, from a quicker one; undefined where the two may differ, and
 * the parser of record has to be asked.
 */
export function quickTree(text: string, { reader, labels }: QuickReading): Root | undefined {
  if (!isReadAlike(text)) return undefined
  const tree = readSafely(text, reader)
  if (!tree) return undefined
  for (const node of nodesOf(tree)) {
    if (isDoubtful(node, text, labels)) return undefined
    if (node.type === 'footnoteDefinition') endItemsAsRecorded(node)
  }
  return tree
}

function readSafely(text: string, reader: QuickReader): Root | undefined {
  try {
    return reader(text)
  } catch {
    return undefined
  }
}

/** Where the tree itself shows that the two parsers may differ. */
function isDoubtful(node: Nodes, text: string, labels: boolean): boolean {
  const { position } = node
  if (position === undefined) return true
  const start = position.start.offset ?? 0
  // An address that stands bare: the parser of record splits the words around it, in its own way.
  if (node.type === 'link') return text[start] !== '[' && text[start] !== '<'
  if (node.type !== 'text' && node.type !== 'break') return false
  // Behind marks of code that nothing closes, a line ends before the indentation of the next, or behind it.
  const end = position.end.offset ?? 0
  if (position.end.column === 1 && /[ >]/.test(text.charAt(end))) return true
  // Perhaps the call of a note that is defined elsewhere.
  return labels && node.type === 'text' && node.value.includes('[^')
}
