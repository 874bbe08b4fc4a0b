import type { Image, ImageReference, Parents } from 'mdast'
import type { Position } from 'unist'
import { type Diagnostic, diagnose } from '../../model/diagnostic.ts'
import { nodesOf } from '../../syntax/walk.ts'
import type { NoteSource } from './note-source.ts'

/**
 * Drops calls from the words that stand for pictures, in place: no link can be there. An inline note keeps
 * its words.
 */
export function dropCallsFromAlt(root: Parents, source: NoteSource): Diagnostic[] {
  if (!source.text.includes('![')) return []
  return nodesOf(root).flatMap((node) =>
    node.type === 'image' || node.type === 'imageReference' ? callsInAlt(node, source) : [],
  )
}

function callsInAlt(image: Image | ImageReference, source: NoteSource): Diagnostic[] {
  const start = image.position?.start.offset
  const raw = source.text.slice(start, image.position?.end.offset)
  // Only the words: the address and the title are no place for calls.
  const words = raw.slice(
    0,
    Math.max(raw.lastIndexOf(']('), raw.lastIndexOf('][')) + 1 || raw.length,
  )
  const call = /(?<!\\)(?:\\\\)*(\[\^[^\]\s]+\]|\^\[)/.exec(words)
  if (!call || start === undefined) return []
  const [, typed = ''] = call
  const from = start + call.index + call[0].length - typed.length
  if (image.alt) image.alt = image.alt.replace(/\[\^[^\]\s]+\]/g, '')
  return [callInAlt(source.lines.positionOf(from, from + typed.length), source.file)]
}

/** The finding for a call in the words of a picture. */
export function callInAlt(place: Position, file: string): Diagnostic {
  return diagnose('FN107', {
    message:
      'A note is called from the words that stand for a picture, where no reader can follow it; the mark is left out.',
    file,
    place,
    hint: 'Put the call behind the picture: ![words](address)[^label]',
  })
}
