import { type Diagnostic, type DiagnosticDetails, diagnose } from '../../model/diagnostic.ts'
import type { DiagnosticCode } from '../../model/diagnostic-codes.ts'
import type { StarFact } from '../../syntax/star-note/facts.ts'
import { callInAlt } from './calls-in-alt.ts'
import type { NoteSource } from './note-source.ts'

type Wording = Pick<DiagnosticDetails, 'message' | 'hint' | 'related' | 'fix'>

/** What happened to the star notes, in words. */
export function describeStars(facts: readonly StarFact[], source: NoteSource): Diagnostic[] {
  return facts.map((fact) => {
    const { file } = source
    if (fact.kind === 'in-alt') return callInAlt(fact.place, file)
    return diagnose(codes[fact.kind], { file, place: fact.place, ...wordingOf(fact, source) })
  })
}

const codes = {
  'missing-note': 'FN301',
  'duplicate-note': 'FN302',
  'unused-note': 'FN303',
  repeated: 'FN304',
  'ambiguous-note': 'FN305',
  glued: 'FN306',
  'in-list': 'FN306',
  setext: 'FN306',
  detached: 'FN307',
  'out-of-order': 'FN308',
  many: 'FN308',
  'empty-note': 'FN309',
  'self-reference': 'FN309',
} as const satisfies Record<Exclude<StarFact['kind'], 'in-alt'>, DiagnosticCode>

function missingNoteWording(stars: string): Wording {
  return {
    message: `No note with ${countOf(stars)} follows, so ${stars} is printed as it stands.`,
    hint: `Write the note at the end of the text or of the section: ${stars} text of the note. Where no call is meant: ${'\\*'.repeat(stars.length)}`,
  }
}

function wordingOf(fact: StarFact, source: NoteSource): Wording {
  const { stars } = fact
  const count = countOf(stars)
  switch (fact.kind) {
    case 'missing-note':
      return missingNoteWording(stars)
    case 'self-reference':
      return {
        message: `This note, with ${count}, calls itself; ${stars} is printed as it stands.`,
        hint: `Call another note, or type ${'\\*'.repeat(stars.length)} where stars are meant.`,
      }
    case 'duplicate-note':
      return {
        message: `There are two notes with ${count}. The one of line ${fact.first.start.line} is used; this one is printed as text.`,
        hint: `Give this note and its call a number of stars of their own.`,
        related: [{ message: 'The note that is used', file: source.file, place: fact.first }],
      }
    case 'unused-note':
      return {
        message: `Nothing before this line calls a note with ${count}, so it is printed as text.`,
        hint: `Call it: word${stars}. Where no note is meant: ${'\\*'.repeat(stars.length)}`,
      }
    case 'repeated':
      return {
        message: `One note with ${count} is called ${fact.times} times. A reader may look for a second note.`,
        hint: `Where the same note is meant, all is well. Else type another number of stars, or ${'\\*'.repeat(stars.length)} for plain stars.`,
        related: [{ message: 'The first call', file: source.file, place: fact.first }],
      }
    case 'ambiguous-note':
      return {
        message:
          fact.run === stars.length
            ? `This line begins with ${count}, which is called; read as emphasis, the line would begin with fewer.`
            : `This line begins with ${fact.run} stars. Nothing calls a note with so many, so ${count} is read as its mark and the rest as emphasis.`,
        hint: `Type a space after the mark: ${stars} ${'*'.repeat(Math.max(0, fact.run - stars.length))}…`,
        fix: spaceBehind(fact.place.end.offset),
      }
    case 'detached':
      return {
        message: `A space stands before ${stars}, so it calls nothing.`,
        hint: `Type the stars right behind the word: word${stars}`,
        fix: withoutSpaceBefore(fact.place.start.offset, source.text),
      }
    case 'in-list':
      return inListWording(stars, source.text.slice(fact.place.end.offset))
    default:
      return plainWordingOf(fact.kind, stars)
  }
}

function inListWording(stars: string, rest: string): Wording {
  if (/^[ \t]*(?:[\r\n]|$)/.test(rest))
    return {
      message: 'Nothing stands behind this star, so it is an empty item of a list and no note.',
      hint: `Write the note behind it: ${stars} text of the note`,
    }
  return {
    message: 'This line looks like a note, but it is an item of the list above it.',
    hint: 'Use - for the items of the list, so that * can only be a note.',
  }
}

function plainWordingOf(kind: StarFact['kind'], stars: string): Wording {
  switch (kind) {
    case 'glued':
      return {
        message: 'This line looks like a note, but it continues the paragraph above it.',
        hint: `Leave a line empty before it: ${stars} text of the note`,
      }
    case 'setext':
      return {
        message: 'This line looks like a note, but the line of hyphens below makes it a heading.',
        hint: 'Leave a line empty between the note and the rule.',
      }
    case 'out-of-order':
      return {
        message: `${stars} is called after a call with more stars.`,
        hint: 'Count the stars upwards: one for the first note, two for the second.',
      }
    case 'many':
      return {
        message: `${stars.length} stars are more than a reader can count at a glance.`,
        hint: 'Use labels instead: word[^label] and [^label]: text. `ibid notes --to-labels FILE` does it for you.',
      }
    default:
      return {
        message: `The note with ${countOf(stars)} has no text.`,
        hint: `${stars} text of the note`,
      }
  }
}

function countOf(stars: string): string {
  return stars.length === 1 ? 'one star' : `${stars.length} stars`
}

function spaceBehind(offset: number | undefined): { start: number; end: number; insert: string }[] {
  return offset === undefined ? [] : [{ start: offset, end: offset, insert: ' ' }]
}

function withoutSpaceBefore(
  offset: number | undefined,
  text: string,
): { start: number; end: number; insert: string }[] {
  if (offset === undefined) return []
  let start = offset
  while (start > 0 && /[ \t\u00a0]/.test(text[start - 1] as string)) start--
  return [{ start, end: offset, insert: '' }]
}
