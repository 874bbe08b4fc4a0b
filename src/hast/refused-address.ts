import type { Position } from 'unist'
import { type Diagnostic, diagnose } from '../model/diagnostic.ts'
import { schemeOf } from './address.ts'

/** The finding about an address whose scheme no page may hold. */
export function refusedAddress(
  url: string,
  kind: 'link' | 'picture',
  file: string,
  place: Position | undefined,
): Diagnostic {
  const scheme = (schemeOf(url) ?? '').replace(/[^ -~]/g, '?').slice(0, 32)
  return diagnose('HT103', {
    message: `The address of this ${kind} begins with “${scheme}:”, which is refused; its words are printed without it.`,
    file,
    place,
    hint:
      kind === 'link'
        ? 'Use http:, https:, mailto: or a relative address; write ./ before a file name that has a colon in it.'
        : 'Save the picture beside the post and write its file name.',
  })
}
