import type { FootnoteReference, Nodes, Root } from 'mdast'
import type { Diagnostic } from '../../model/diagnostic.ts'
import type { Source } from '../../model/essay.ts'
import type { Note } from '../../model/notes.ts'
import { linesOf } from '../../syntax/lines.ts'
import type { Parsed } from '../../syntax/parse.ts'
import { checkAddresses } from './calls-in-addresses.ts'
import { dropCallsFromAlt } from './calls-in-alt.ts'
import { moveCallsOutOfLinks } from './calls-in-links.ts'
import { collectDefinitions, takeOutDefinitions } from './definitions.ts'
import { lowerInlineNotes } from './inline-notes.ts'
import { labelsOf, labelTest } from './known-labels.ts'
import { type Suggest, suggestFrom, undefinedReference } from './leftover-findings.ts'
import { checkLeftovers } from './leftovers.ts'
import { checkNumberedLinks, restoreCaretLabels } from './links-as-notes.ts'
import { checkContinuations, checkHeadings, checkNoteBodies } from './note-bodies.ts'
import { findLoops } from './note-loops.ts'
import { nameNotes } from './note-names.ts'
import type { Definition, NoteSource } from './note-source.ts'
import { type NumberedNote, numberNotes, type PlacedCall } from './number-notes.ts'
import { byPlace } from './order.ts'
import { copyOf, type SharedNote } from './shared-notes.ts'
import { checkSpacesBefore } from './spaces-before-calls.ts'
import { describeStars } from './star-findings.ts'
import { setUnboundCallsApart } from './unbound-calls.ts'
import { findUnusedNotes, type OwnNotes } from './unused-notes.ts'

export interface ResolveOptions {
  /** Notes that all posts share, by identifier. A post's own note of the same label wins. */
  readonly shared: ReadonlyMap<string, SharedNote>
}

/** A body whose notes are numbered and taken out of it. */
export interface ResolvedNotes {
  /** Without definitions; each `footnoteReference` has `data.note`. */
  readonly body: Root
  readonly notes: readonly Note[]
  /** In the order of the file. */
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * Gives each call its note and each note its number and name, once for the whole essay, before anything
 * is rendered. Owns the tree that it is given. What calls nothing is printed as it was typed.
 */
export function resolveNotes(
  parsed: Parsed,
  source: Pick<Source, 'path' | 'text'>,
  { shared }: ResolveOptions,
): ResolvedNotes {
  const { tree } = parsed
  const where = { file: source.path, text: source.text, lines: linesOf(source.text) }
  // First of all: words that CommonMark took for a link's address would be lost.
  restoreCaretLabels(tree, where)
  // Before inline notes are taken out: their words are looked through with the others.
  const { suggest, suggested } = suggestFrom(() => labelsOf(tree, shared))
  const isNote = labelTest(() => labelsOf(tree, shared))
  const typed = [
    ...describeStars(parsed.starFacts, where),
    ...dropCallsFromAlt(tree, where),
    ...checkLeftovers(tree, where, suggest),
    ...checkAddresses(tree, where, isNote),
    ...checkNumberedLinks(tree, where),
  ]
  const book = openBook(tree, where, shared)
  const { notes, unbound } = numberNotes(tree, book.find)
  const numbered = new Set(notes.map((note) => note.definition.node))
  const diagnostics = [
    ...typed,
    ...book.diagnostics,
    ...printUnbound(unbound, where, suggest),
    ...checkNotes(tree, notes, { ...book, numbered, suggested }, where),
  ]
  const inline = notes.filter((note) => note.definition.kind === 'inline')
  const roots = [tree, ...inline.map((note) => note.definition.node)]
  setUnboundCallsApart(roots, diagnostics, where)
  takeOutDefinitions(tree)
  return { body: tree, notes: bind(notes), diagnostics: diagnostics.sort(byPlace) }
}

interface Book {
  /** The essay's own notes. */
  readonly own: ReadonlyMap<string, Definition>
  /** Identifiers of the essay's own that more than one note has. */
  readonly repeated: ReadonlySet<string>
  readonly find: (call: FootnoteReference) => Definition | undefined
  readonly diagnostics: readonly Diagnostic[]
}

/** All notes that calls of an essay may reach. Shared ones are copied when they are first called. */
function openBook(tree: Root, where: NoteSource, shared: ReadonlyMap<string, SharedNote>): Book {
  let keys = 0
  const nextKey = (): string => `inline ${++keys}`
  const inline = where.text.includes('^[')
    ? lowerInlineNotes(tree, { file: where.file, nextKey })
    : { definitions: [], diagnostics: [] }
  const roots = [tree, ...inline.definitions.map((each) => each.node)]
  const moved = roots.flatMap((root) => moveCallsOutOfLinks(root, where.file))
  const { definitions, repeated, diagnostics: duplicates } = collectDefinitions(tree, where)
  const all = new Map<string, Definition>(definitions)
  const register = (found: readonly Definition[]): void => {
    for (const each of found) all.set(each.identifier, each)
  }
  register(inline.definitions)
  const borrow = (identifier: string): Definition | undefined => {
    const note = shared.get(identifier)
    if (!note) return undefined
    const node = copyOf(note.definition)
    register(lowerInlineNotes(node, { file: note.file, foreign: note.file, nextKey }).definitions)
    const definition: Definition = { kind: 'shared', identifier, node, file: note.file }
    register([definition])
    return definition
  }
  return {
    own: definitions,
    repeated,
    find: ({ identifier }) => all.get(identifier) ?? borrow(identifier),
    diagnostics: [...inline.diagnostics, ...moved, ...duplicates],
  }
}

/** Every finding about notes that are printed, and about those that are not. */
function checkNotes(
  tree: Root,
  notes: readonly NumberedNote[],
  known: OwnNotes,
  where: NoteSource,
): Diagnostic[] {
  const written = notes.filter((note) => note.definition.file === undefined)
  const calls = notes.flatMap((note) => note.calls).filter((call) => !call.owner?.definition.file)
  return [
    ...checkNoteBodies(
      written.map((note) => note.definition),
      where,
    ),
    ...checkContinuations(tree, notes, where),
    ...checkHeadings(tree, where.file),
    ...checkSpacesBefore(calls, where),
    ...findLoops(notes, where.file),
    ...findUnusedNotes(tree, known, where),
  ]
}

/** Puts calls that no note answers back into print, in place. */
function printUnbound(
  unbound: readonly PlacedCall[],
  where: NoteSource,
  suggest: Suggest,
): Diagnostic[] {
  return unbound.map(({ node, parent, index, owner }) => {
    const place = node.position
    const label = node.label ?? node.identifier
    const value = `[^${label}]`
    ;(parent.children as Nodes[])[index] = {
      type: 'text',
      value,
      data: { unboundCall: true },
      ...(place && { position: place }),
    }
    const file = owner?.definition.file ?? where.file
    return undefinedReference(label, place, file, suggest)
  })
}

function bind(notes: readonly NumberedNote[]): Note[] {
  const names = nameNotes(notes)
  return notes.map((note, index) => {
    const { number, definition, calls } = note
    const name = names[index] ?? String(number)
    const { kind, node, file } = definition
    const references = calls.map((call, at) => {
      const ordinal = at + 1
      call.node.data = { ...call.node.data, note: { number, name, ordinal } }
      const inNote = call.owner && { inNote: call.owner.number }
      return { ordinal, ...inNote, place: call.node.position }
    })
    return {
      number,
      name,
      kind,
      label: kind === 'inline' ? null : (node.label ?? null),
      content: node.children,
      references,
      place: node.position,
      ...(file !== undefined && { file }),
    }
  })
}
