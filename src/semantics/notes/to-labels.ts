import type { Root } from 'mdast'
import type { Diagnostic, TextEdit } from '../../model/diagnostic.ts'
import type { Source } from '../../model/essay.ts'
import type { Note } from '../../model/notes.ts'
import { linesOf } from '../../syntax/lines.ts'
import { applyEdits } from '../fix.ts'
import { asDefinition } from './as-definition.ts'
import { closeAddresses } from './bare-addresses.ts'
import type { ResolvedNotes } from './resolve-notes.ts'

/**
 * Rewrites star notes and inline notes as labelled ones, `[^1]` and `[^1]: text`, and touches nothing
 * else: the post renders the same and any GFM engine reads it. Stars that looked like calls and found no
 * note get backslashes. An inline note that cannot begin a line stays as it is.
 *
 * @param resolved what `resolveNotes` made of the same text
 * @returns the new text of the file
 */
export function toLabels(source: Pick<Source, 'text'>, resolved: ResolvedNotes): string {
  const { text } = source
  const own = resolved.notes.filter((note) => note.file === undefined)
  const labels = labelsFor(text, own)
  const eol = /\r\n|\n|\r/.exec(text)?.[0] ?? '\n'
  const star = own.filter((note) => note.kind === 'star')
  const escapes = star.length > 0 ? escapeEdits(text, star, resolved.diagnostics) : []
  const edits = [
    ...star.flatMap((note) => starEdits(text, note, labels)),
    ...escapes,
    ...closeAddresses(text, resolved, new Set([...callsOf(star), ...escapes.map(startOf)])),
  ]
  const inline = own.filter((note) => note.kind === 'inline' && note.place)
  const { calls, definitions } = inlineEdits(text, inline, edits, labels, eol)
  if (definitions.length > 0) calls.push(appendix(text, resolved.body, definitions, eol))
  return applyEdits(
    text,
    calls.sort((a, b) => a.start - b.start || a.end - b.end),
  )
}

/** Offsets at which notes are called. */
function callsOf(notes: readonly Note[]): number[] {
  const places = notes.flatMap((note) => note.references.map((call) => call.place))
  return places.map((place) => place?.start.offset ?? -1)
}

function startOf({ start }: TextEdit): number {
  return start
}

/** Stars that call nothing are to stay stars, whatever the lines that are left look like. */
function escapeEdits(
  text: string,
  star: readonly Note[],
  diagnostics: readonly Diagnostic[],
): TextEdit[] {
  const markers = new Set(star.map((note) => note.place?.start.offset))
  return diagnostics.flatMap(({ code, place }) => {
    const start = place?.start.offset ?? 0
    const stars = text.slice(start, place?.end.offset)
    if (markers.has(start) || !/^\*+$/.test(stars)) return []
    // Those in the words of a picture are left out of the page.
    if (code === 'FN107') return [{ start, end: start + stars.length, insert: '' }]
    if (code !== 'FN301' && code !== 'FN309') return []
    return [{ start, end: start + stars.length, insert: '\\*'.repeat(stars.length) }]
  })
}

/** The number of each note, or the next that no `[^…]` of the text uses. */
function labelsFor(text: string, notes: readonly Note[]): Map<Note, string> {
  const used = new Set<string>()
  for (const [, label = ''] of text.matchAll(/\[\^([^\]\s]+)\]/g)) used.add(label.toLowerCase())
  const labels = new Map<Note, string>()
  let spare = notes.length + 1
  for (const note of notes) {
    if (note.kind !== 'star' && note.kind !== 'inline') continue
    let label = String(note.number)
    while (used.has(label)) label = String(spare++)
    used.add(label)
    labels.set(note, label)
  }
  return labels
}

/** The calls, the marker and the indentation of a star note. */
function starEdits(text: string, note: Note, labels: ReadonlyMap<Note, string>): TextEdit[] {
  const label = labels.get(note) ?? ''
  const start = note.place?.start.offset
  const end = note.place?.end.offset
  if (start === undefined || end === undefined) return []
  const calls = note.references.flatMap(({ place }) =>
    place
      ? [{ start: place.start.offset ?? 0, end: place.end.offset ?? 0, insert: `[^${label}]` }]
      : [],
  )
  const stars = /^\*+[ \t\u00a0]*/.exec(text.slice(start, end))?.[0].length ?? 0
  // The stars at the beginning may belong to emphasis in part: `***Note:** x` as a note with one star.
  const marker = Math.min(stars, (note.content[0]?.position?.start.offset ?? start + stars) - start)
  return [
    { start, end: start + marker, insert: `[^${label}]: ` },
    ...indentEdits(text, start, end),
    ...calls,
  ]
}

/** A block of a star note is indented by two at least, one of a labelled note by four. */
function indentEdits(text: string, start: number, end: number): TextEdit[] {
  const edits: TextEdit[] = []
  for (const from of linesOf(text.slice(0, end)).starts) {
    if (from <= start) continue
    const space = /^[ \t]*/.exec(text.slice(from, end))?.[0] ?? ''
    const columns = columnsOf(space)
    // Lazy lines and blank ones are as they were.
    if (columns < 2 || /^[\r\n]|^$/.test(text.slice(from + space.length, from + space.length + 1)))
      continue
    if (space.includes('\t'))
      edits.push({ start: from, end: from + space.length, insert: ' '.repeat(columns + 2) })
    else edits.push({ start: from, end: from, insert: '  ' })
  }
  return edits
}

/** Width of white space at the beginning of a line; a tab reaches to the next multiple of four. */
function columnsOf(space: string): number {
  let columns = 0
  for (const character of space) columns += character === '\t' ? 4 - (columns % 4) : 1
  return columns
}

/**
 * The calls that take the place of inline notes, and their definitions. Notes inside notes are done first,
 * so that what is already rewritten is part of the note around it.
 */
function inlineEdits(
  text: string,
  notes: readonly Note[],
  others: readonly TextEdit[],
  labels: ReadonlyMap<Note, string>,
  eol: string,
): { calls: TextEdit[]; definitions: string[] } {
  const steps = [
    ...others.map((edit) => ({ edit, note: undefined })),
    ...notes.map((note) => {
      const edit = {
        start: note.place?.start.offset ?? 0,
        end: note.place?.end.offset ?? 0,
        insert: '',
      }
      return { edit, note }
    }),
  ].sort((a, b) => b.edit.start - a.edit.start || b.edit.end - a.edit.end)
  const pending: TextEdit[] = []
  const definitions: { note: Note; text: string }[] = []
  for (const { edit, note } of steps) {
    if (!note) {
      pending.push(edit)
      continue
    }
    const label = labels.get(note) ?? ''
    let first = pending.length
    while (first > 0 && (pending[first - 1] as TextEdit).start < edit.end) first--
    const inner = pending.slice(first).reverse()
    const words = applyEdits(
      text.slice(edit.start + 2, edit.end - 1),
      inner.map((each) => ({
        start: each.start - edit.start - 2,
        end: each.end - edit.start - 2,
        insert: each.insert,
      })),
    )
    const definition = asDefinition(label, words, eol)
    if (definition === undefined) continue
    pending.length = first
    pending.push({ ...edit, insert: `[^${label}]` })
    definitions.push({ note, text: definition })
  }
  definitions.sort((a, b) => a.note.number - b.note.number)
  return { calls: pending, definitions: definitions.map((each) => each.text) }
}

/** Puts definitions at the end, or before a last block that would swallow them. */
function appendix(text: string, body: Root, definitions: readonly string[], eol: string): TextEdit {
  const all = definitions.join(eol)
  const last = body.children.at(-1)
  const from = last?.position?.start.offset ?? 0
  const raw = text.slice(from, last?.position?.end.offset)
  const open =
    last?.type === 'html' ||
    last?.type === 'containerDirective' ||
    (last?.type === 'code' &&
      /^(?:`{3,}|~{3,})/.test(raw) &&
      !/[\r\n][ \t]*(?:`{3,}|~{3,})[ \t]*$/.test(raw))
  if (open) {
    const line = Math.max(text.lastIndexOf('\n', from - 1), text.lastIndexOf('\r', from - 1)) + 1
    return { start: line, end: line, insert: `${all}${eol}${eol}` }
  }
  const end = text.trimEnd().length
  return {
    start: end,
    end,
    insert: `${eol}${eol}${all}${/[\r\n]/.test(text.slice(end)) ? '' : eol}`,
  }
}
