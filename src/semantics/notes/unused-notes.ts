import type { FootnoteDefinition, Root } from 'mdast'
import { type Diagnostic, diagnose, type TextEdit } from '../../model/diagnostic.ts'
import { callsIn } from './calls.ts'
import { isStar } from './definitions.ts'
import type { Definition, NoteSource } from './note-source.ts'
import { placeOfBlock } from './place-of-block.ts'

/** The notes that an essay defines itself. */
export interface OwnNotes {
  readonly own: ReadonlyMap<string, Definition>
  /** Identifiers that more than one note has. */
  readonly repeated: ReadonlySet<string>
  /** The notes that are printed. */
  readonly numbered: ReadonlySet<FootnoteDefinition>
  /** Labels that some call probably meant: their notes are wanted. */
  readonly suggested: ReadonlySet<string>
}

/**
 * Finds labelled notes that nothing printed calls. Notes that are only called by such notes are not
 * spoken of again: the first of a chain, or one of a loop, stands for all.
 *
 * The repair makes them comments: the page stays as it is and no word of the author's is deleted.
 *
 * @param tree the text with its definitions still in it
 */
export function findUnusedNotes(
  tree: Root,
  { own, repeated, numbered, suggested }: OwnNotes,
  source: NoteSource,
): Diagnostic[] {
  const unused = new Map<string, FootnoteDefinition>()
  for (const [identifier, { node, kind }] of own)
    if (kind !== 'inline' && !numbered.has(node) && !isStar(node)) unused.set(identifier, node)
  if (unused.size === 0) return []
  const called = new Map<FootnoteDefinition, FootnoteDefinition[]>()
  const heads = new Set(unused.values())
  for (const node of unused.values()) {
    const targets = callsIn(node).flatMap((call) => unused.get(call.node.identifier) ?? [])
    called.set(node, targets)
    for (const target of targets) if (target !== node) heads.delete(target)
  }
  const atTop = new Set<unknown>(tree.children)
  const seen = new Set<FootnoteDefinition>()
  const found: Diagnostic[] = []
  for (const head of [...heads, ...unused.values()]) {
    if (seen.has(head)) continue
    const chain = reachable(head, called, seen)
    // A comment around the first of two notes with one label would make the second the note.
    const edits = chain.map((node) =>
      repeated.has(node.identifier) || suggested.has(node.label ?? '')
        ? []
        : commentOut(node, atTop.has(node), source),
    )
    found.push(
      unusedNote(
        head,
        chain,
        edits.flat(),
        edits.every((each) => each.length > 0),
        source,
      ),
    )
  }
  return found
}

function reachable(
  head: FootnoteDefinition,
  called: ReadonlyMap<FootnoteDefinition, readonly FootnoteDefinition[]>,
  seen: Set<FootnoteDefinition>,
): FootnoteDefinition[] {
  const chain = [head]
  seen.add(head)
  for (let at = 0; at < chain.length; at++)
    for (const next of called.get(chain[at] as FootnoteDefinition) ?? []) {
      if (seen.has(next)) continue
      seen.add(next)
      chain.push(next)
    }
  return chain
}

/** Edits that make a note a comment; none where that could change what is around it. */
function commentOut(
  node: FootnoteDefinition,
  atTop: boolean,
  { text }: NoteSource,
): readonly TextEdit[] {
  const start = node.position?.start
  const end = node.position?.end.offset
  if (!atTop || start?.offset === undefined || end === undefined || start.column !== 1) return []
  const words = text.slice(start.offset, end)
  // HTML 13.1.6: what would end the comment early, or is not allowed in one.
  if (/-->|--!>|<!--|-$/.test(words)) return []
  return [
    { start: start.offset, end: start.offset, insert: '<!-- ' },
    { start: end, end, insert: ' -->' },
  ]
}

function unusedNote(
  head: FootnoteDefinition,
  chain: readonly FootnoteDefinition[],
  edits: readonly TextEdit[],
  safe: boolean,
  source: NoteSource,
): Diagnostic {
  const { file } = source
  const more = chain.length - 1
  const others =
    more === 0
      ? ''
      : more === 1
        ? ' Nor is the note that it calls.'
        : ` Nor are the ${more} notes that it leads to.`
  return diagnose('FN201', {
    message: `Nothing in the text calls the note [^${head.label}], so it is not printed.${others}`,
    file,
    place: placeOfBlock(head, source),
    hint: `Call it where it belongs: word[^${head.label}]`,
    ...(more > 0 && {
      related: chain.slice(1, 6).map((node) => ({
        message: `[^${node.label}] is not printed either`,
        file,
        place: placeOfBlock(node, source),
      })),
    }),
    ...(safe && { fix: edits }),
  })
}
