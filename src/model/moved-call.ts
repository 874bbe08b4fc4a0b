import type { Position } from 'unist'
import { type Diagnostic, diagnose } from './diagnostic.ts'

/** The finding for a call that stood in the words of a link, written in Markdown or in HTML. */
export function movedCall(
  call: { readonly position?: Position | undefined },
  file: string,
): Diagnostic {
  return diagnose('FN205', {
    message:
      'This call stands in the words of a link, and a link cannot hold another; it is printed after the link.',
    file,
    place: call.position,
    hint: 'Put the call behind the link: [words](address)[^label]',
  })
}
