import { type HtmlToken, htmlTokens } from '../../model/html-tokens.ts'

/** Elements that begin a block (WordPress' `wpautop` knows the same). */
const blocks = new Set(
  'address article aside blockquote caption center col colgroup dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main map math menu nav object ol option p pre section select summary svg table tbody td tfoot th thead tr ul video audio'.split(
    ' ',
  ),
)
/** Blocks whose words are a line, never paragraphs. */
const lines = new Set('caption dt figcaption h1 h2 h3 h4 h5 h6 legend p summary'.split(' '))
/** Blocks whose words are paragraphs only where there are several. */
const cells = new Set(['dd', 'li', 'td', 'th'])
const empty = new Set(['col', 'hr'])

interface Piece {
  readonly text: string
  /** True for words, whose line ends count. */
  readonly words: boolean
}

/**
 * Paragraphs and line breaks where the classic editor has only line ends: a blank line parts paragraphs, a
 * single one is a break, and neither means anything in `<pre>`.
 *
 * @param html the text of a post as WordPress keeps it
 */
export function autop(html: string): string {
  const out: string[] = []
  const open: string[] = []
  let run: Piece[] = []
  let verbatim = 0
  const flush = (): void => {
    out.push(paragraphs(run, open.at(-1)))
    run = []
  }
  for (const token of htmlTokens(html)) {
    const text = html.slice(token.start, token.end)
    if (verbatim > 0 || opensVerbatim(token)) {
      if (verbatim === 0) flush()
      out.push(text)
      if (token.name === 'pre') verbatim += token.kind === 'start' ? 1 : -1
    } else if (token.kind === 'comment' || /^(?:script|style)$/.test(token.name)) continue
    else if (blocks.has(token.name) && token.kind !== 'unfinished') {
      flush()
      out.push(text)
      settleOpen(open, token)
    } else run.push({ text, words: token.kind === 'text' })
  }
  flush()
  return out.join('')
}

function opensVerbatim(token: HtmlToken): boolean {
  return token.kind === 'start' && token.name === 'pre'
}

function settleOpen(open: string[], { kind, name }: HtmlToken): void {
  if (empty.has(name)) return
  if (kind === 'start') open.push(name)
  else {
    const index = open.lastIndexOf(name)
    if (index >= 0) open.length = index
  }
}

/** A run of words and elements of the line as paragraphs, as the block around it asks for. */
function paragraphs(run: readonly Piece[], around: string | undefined): string {
  const parts = splitAtBlankLines(run).filter((part) => part.replace(/\s+/g, '') !== '')
  if (around !== undefined && lines.has(around)) return parts.join('<br><br>')
  if (around !== undefined && cells.has(around) && parts.length === 1) return parts[0] ?? ''
  return parts.map((part) => `<p>${part}</p>`).join('\n')
}

/** Parts between blank lines, with breaks where there were line ends. */
function splitAtBlankLines(run: readonly Piece[]): string[] {
  const parts: string[] = ['']
  const add = (text: string): void => {
    parts[parts.length - 1] += text
  }
  for (const { text, words } of run) {
    if (!words) add(text)
    else
      for (const [index, piece] of text.split(/\r?\n[ \t]*\r?\n\s*/).entries()) {
        if (index > 0) parts.push('')
        add(withBreaks(piece, parts.at(-1) ?? ''))
      }
  }
  return parts.map((part) => part.replace(/^(?:\s|<br>)+|(?:\s|<br>)+$/g, ''))
}

/** Line ends as breaks; one behind a break that was typed is none. */
function withBreaks(text: string, before: string): string {
  const first = /<br\s*\/?>\s*$/i.test(before.slice(-20)) ? text.replace(/^\s+/, '') : text
  return first.replace(/[ \t]*\r?\n[ \t]*/g, '<br>')
}
