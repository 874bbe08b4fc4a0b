import type { NumberedNote } from './number-notes.ts'

/** Longest name that an id takes over from a label, in characters. */
const longest = 64

/**
 * The last part of each note's ids: the label where it is a name, else the number. All ids of an essay
 * differ, also those of second calls: where the second call of `a` and the first of `a-2` would share
 * `fnref-KEY-a-2`, the later note takes its number.
 *
 * @returns one name a note, in the order given
 */
export function nameNotes(notes: readonly NumberedNote[]): string[] {
  const taken = new Set<string>()
  return notes.map(({ number, definition: { kind, node }, calls }) => {
    const label = kind === 'label' || kind === 'shared' ? slugOf(node.label ?? '') : undefined
    const idsOf = (name: string): string[] =>
      calls.map((_, index) => (index === 0 ? name : `${name}-${index + 1}`))
    const ids = label === undefined ? [] : idsOf(label)
    const name = label === undefined || ids.some((id) => taken.has(id)) ? String(number) : label
    for (const id of name === label ? ids : idsOf(name)) taken.add(id)
    return name
  })
}

/**
 * A label as part of an id: ASCII, so that no program between author and reader writes it in two ways.
 * Accents are dropped; a label of another script, or one that does not begin with a letter, is no name.
 */
function slugOf(label: string): string | undefined {
  const plain = label.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  if (/[^\p{ASCII}\p{P}\p{S}]/u.test(plain)) return undefined
  const slug = plain.replace(/[^a-z0-9_]+/g, '-').replace(/^-|-$/g, '')
  return /^[a-z]/.test(slug) && slug.length <= longest ? slug : undefined
}
