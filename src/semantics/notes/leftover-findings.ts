import type { Position } from 'unist'
import { type Diagnostic, diagnose, type TextEdit } from '../../model/diagnostic.ts'
import { nearestName } from '../../model/nearest-name.ts'

/** The label that was probably meant, if one is near enough. */
export type Suggest = (label: string) => string | undefined

/** Labels that a suggestion is sought for; beyond, an essay is broken in a way that names do not mend. */
const mostSuggestions = 100

/**
 * Makes a function that suggests one of some labels, remembers, and stops when it has been asked too much.
 *
 * @returns the function, and the labels that it has suggested so far
 */
export function suggestFrom(labels: () => Iterable<string>): {
  readonly suggest: Suggest
  readonly suggested: ReadonlySet<string>
} {
  const known = new Map<string, string | undefined>()
  const suggested = new Set<string>()
  let names: string[] | undefined
  const suggest = (label: string): string | undefined => {
    names ??= [...labels()]
    if (!known.has(label) && known.size < mostSuggestions) {
      const near = nearestName(label, names)
      known.set(label, near)
      if (near !== undefined) suggested.add(near)
    }
    return known.get(label)
  }
  return { suggest, suggested }
}

export function undefinedReference(
  label: string,
  place: Position | undefined,
  file: string,
  suggest: Suggest,
): Diagnostic {
  if (label === '')
    return diagnose('FN101', {
      message: 'This call has no label, so the characters are printed as they stand.',
      file,
      place,
      hint: 'Give it a label: [^1]. Where no call is meant, put a backslash before it: \\[^]',
    })
  const near = suggest(label)
  return diagnose('FN101', {
    message: `There is no note [^${label}], so the characters are printed as they stand.`,
    file,
    place,
    hint: near
      ? `Did you mean [^${near}]?`
      : `Write the note, on a line of its own: [^${label}]: text of the note`,
  })
}

export function badLabel(label: string, place: Position, file: string): Diagnostic {
  return diagnose('FN104', {
    message: `A label cannot have a space in it, so [^${label}] is printed as it stands.`,
    file,
    place,
    hint: `Type a hyphen for the space, here and in the note: [^${label.trim().replace(/\s+/g, '-')}]`,
  })
}

export function missingColon(
  label: string,
  place: Position,
  file: string,
  { fix, safe }: { readonly fix: TextEdit; readonly safe: boolean },
): Diagnostic {
  return diagnose('FN106', {
    message:
      fix.insert === ''
        ? `A space stands before the colon, so this is not the note [^${label}].`
        : `This looks like the note [^${label}], but there is no colon after the label.`,
    file,
    place,
    hint: `[^${label}]: text of the note`,
    ...(safe && { fix: [fix] }),
  })
}

export function unclosedInlineNote(place: Position, file: string): Diagnostic {
  return diagnose('FN105', {
    message: 'This inline note never ends, so it is printed as text.',
    file,
    place,
    hint: 'Close it in the same paragraph: ^[text of the note]. Where no note is meant: \\^[',
  })
}
