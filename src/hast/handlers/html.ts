import type { Html } from 'mdast'
import type { Raw } from 'mdast-util-to-hast'
import { diagnose } from '../../model/diagnostic.ts'
import type { Rendering } from '../context.ts'

/** Raw HTML, still to be parsed and sanitised; nothing where it is switched off. */
export function html(node: Html, rendering: Rendering): Raw | undefined {
  if (rendering.context.html === 'safe') {
    const raw: Raw = { type: 'raw', value: node.value }
    return node.position ? { ...raw, position: node.position } : raw
  }
  if (!/^\s*<!--/.test(node.value))
    rendering.report(
      diagnose('HT105', {
        message: 'Raw HTML is switched off for this site; this piece of it was left out.',
        file: rendering.file,
        place: node.position,
        hint: 'Say it in Markdown, or set html: safe in content/site.yaml.',
      }),
    )
  return undefined
}
