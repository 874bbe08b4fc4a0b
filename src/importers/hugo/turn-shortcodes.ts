import type { IsCode } from '../code-ranges.ts'
import type { Edit } from '../edits.ts'
import { pointable } from '../link-destinations.ts'
import { fenced, plainWords } from '../markdown-words.ts'
import { figure } from './figure.ts'
import { mediaAddress } from './media-address.ts'
import type { Shortcode } from './shortcodes.ts'

/** Something about one shortcode that the author should know. */
export interface ShortcodeRemark {
  readonly start: number
  readonly end: number
  readonly message: string
  readonly hint: string
}

/** What shortcodes come to in Markdown. */
export interface TurnedShortcodes {
  readonly edits: readonly Edit[]
  readonly remarks: readonly ShortcodeRemark[]
}

/** What turning a text needs of the site around it. */
export interface ShortcodeContext {
  readonly isCode: IsCode
  /** How the post is linked to that a `ref` names; undefined where there is none. */
  readonly linkTo: (ref: string) => string | undefined
}

/** Notes by the names that themes give them. */
const noteNames = new Set(['sidenote', 'side-note', 'marginnote', 'margin-note', 'footnote', 'fn'])

/** Turns what has a form in Markdown; the rest stays in sight and is told of. */
export function turnShortcodes(
  text: string,
  found: readonly Shortcode[],
  context: ShortcodeContext,
): TurnedShortcodes {
  const edits: Edit[] = []
  const remarks: ShortcodeRemark[] = []
  const done = new Set<Shortcode>()
  let rawUntil = 0
  for (const [at, one] of found.entries()) {
    if (one.start < rawUntil || done.has(one)) continue
    if (one.kind === 'shown') {
      edits.push({
        start: one.start,
        end: one.end,
        insert: shownForm(text.slice(one.start, one.end), one, context),
      })
      continue
    }
    if (context.isCode(one.start)) continue
    const end = one.kind === 'open' && !one.closed ? closingOf(found, at) : undefined
    const turned = one.kind === 'open' ? turnOne(text, one, end, context) : undefined
    if (!turned) {
      edits.push(...inSight(text, one))
      if (one.kind === 'open') remarks.push({ start: one.start, end: one.end, ...unknown(one) })
      continue
    }
    edits.push(...turned.edits)
    if (turned.remark) remarks.push({ start: one.start, end: one.end, ...turned.remark })
    if (end && turned.usesEnd) done.add(end)
    if (end && turned.usesInner) rawUntil = end.end
  }
  return { edits, remarks }
}

/** The shortcode that closes one, others of its name in between counted. */
function closingOf(found: readonly Shortcode[], at: number): Shortcode | undefined {
  const name = found[at]?.name
  let depth = 0
  for (let i = at + 1; i < found.length && i < at + 5000; i++) {
    const other = found[i]
    if (other?.name !== name || other?.closed) continue
    if (other?.kind === 'open') depth++
    else if (other?.kind === 'close' && depth-- === 0) return other
  }
  return undefined
}

/** What stands in a remark is only shown. In text the bracket is escaped, where it would begin an element of HTML. */
function shownForm(typed: string, { start }: Shortcode, { isCode }: ShortcodeContext): string {
  const plain = typed.replace('/*', '').replace(/\*\/(?=[>%]\}\}$)/, '')
  return isCode(start) ? plain : plain.replace(/^\{\{<(?=[A-Za-z/!?])/, '{{\\<')
}

function inSight(text: string, { start, end }: Shortcode): readonly Edit[] {
  return /^\{\{<[A-Za-z/!?]/.test(text.slice(start, end))
    ? [{ start: start + 2, end: start + 3, insert: '\\<' }]
    : []
}

function unknown({ name }: Shortcode): Pick<ShortcodeRemark, 'message' | 'hint'> {
  return {
    message: `The shortcode \`${name}\` means nothing here; it stays in sight.`,
    hint: 'Write what it made as Markdown, as a component (`:::`) or as HTML.',
  }
}

interface Turned {
  readonly edits: readonly Edit[]
  readonly usesEnd?: boolean
  /** True where what stands between the two is part of the edits. */
  readonly usesInner?: boolean
  readonly remark?: Pick<ShortcodeRemark, 'message' | 'hint'>
}

function turnOne(
  text: string,
  one: Shortcode,
  end: Shortcode | undefined,
  context: ShortcodeContext,
): Turned | undefined {
  const { start, name } = one
  const inner = end ? text.slice(one.end, end.start) : undefined
  const whole = (insert: string, remark?: Turned['remark']): Turned => ({
    edits: [{ start, end: end?.end ?? one.end, insert }],
    usesEnd: true,
    usesInner: true,
    ...(remark ? { remark } : {}),
  })
  const single = (insert: string, remark?: Turned['remark']): Turned => ({
    edits: [{ start, end: one.end, insert }],
    ...(remark ? { remark } : {}),
  })
  if (name === 'ref' || name === 'relref') return reference(one, context, single)
  if (name === 'figure') return single(figure(one))
  if (name === 'highlight' && inner !== undefined)
    return whole(fenced(inner, one.positional[0] ?? one.named.get('lang') ?? ''))
  if (name === 'comment' && inner !== undefined) return whole('')
  if (name === 'details' && end) return details(one, end)
  if (noteNames.has(name) && inner !== undefined) return note(one, inner, whole)
  const address = mediaAddress(one)
  if (!address) return undefined
  return single(`[${address.words}](${pointable(address.url)})`, {
    message: `The ${address.what} that \`${name}\` showed is a link now: pages of Ibid load nothing from other sites.`,
    hint: 'Say in the words of the link what it leads to.',
  })
}

function reference(
  one: Shortcode,
  { linkTo }: ShortcodeContext,
  single: (insert: string, remark?: Turned['remark']) => Turned,
): Turned {
  const wanted = one.positional[0] ?? one.named.get('path') ?? ''
  const [path = '', fragment] = wanted.split('#')
  const tail = fragment === undefined ? '' : `#${fragment}`
  if (path === '') return single(tail)
  const link = linkTo(path)
  if (link !== undefined) return single(link + tail)
  return single(encodeURI(path) + tail, {
    message: `The post that \`${one.name}\` names is not there: ${wanted}`,
    hint: 'Name the file of a post, relative to this one.',
  })
}

function details(one: Shortcode, end: Shortcode): Turned {
  const summary = one.named.get('summary') ?? one.positional[0] ?? 'Details'
  const open = /^(?:true|1)$/i.test(one.named.get('open') ?? '') ? ' open' : ''
  const words = plainWords(summary).replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`)
  return {
    edits: [
      { start: one.start, end: one.end, insert: `<details${open}><summary>${words}</summary>\n` },
      { start: end.start, end: end.end, insert: '\n</details>' },
    ],
    usesEnd: true,
  }
}

/** A note of a theme as a note in the line, where it is one paragraph. */
function note(
  { positional }: Shortcode,
  inner: string,
  whole: (insert: string, remark?: Turned['remark']) => Turned,
): Turned | undefined {
  const words = inner.trim()
  if (words === '' || /\n[ \t]*\n/.test(words) || words.includes('{{') || !balanced(words))
    return undefined
  // Some themes take side, id and the words that the note is about.
  const about = positional.length === 3 ? (positional[2] ?? '') : ''
  return whole(`${about}^[${words.replace(/\s*\n\s*/g, ' ')}]`)
}

function balanced(words: string): boolean {
  let depth = 0
  for (const [sign] of words.matchAll(/\\.|[[\]]/gs)) {
    if (sign === '[') depth++
    if (sign === ']' && --depth < 0) return false
  }
  return depth === 0
}
