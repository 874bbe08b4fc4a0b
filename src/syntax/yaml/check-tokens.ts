import type { CST } from 'yaml'
import { type Diagnostic, diagnose } from '../../model/diagnostic.ts'
import type { PlaceOf } from './origin.ts'
import { lineAt, withQuotedValue } from './quoted-value.ts'

/** How deep lists and mappings may stand in one another. */
const mostDepth = 20

/** A text of YAML in the file that it stands in. */
export interface YamlText {
  readonly file: string
  readonly text: string
  readonly placeOf: PlaceOf
}

/**
 * Refuses what no front matter needs and what makes YAML dangerous: depth, aliases, anchors, tags and
 * directives; and finds brackets and quotes that are never closed. Iterative, so that depth does not
 * matter. At most one finding of each line.
 */
export function checkTokens(tokens: readonly CST.Token[], source: YamlText): readonly Diagnostic[] {
  const found: Diagnostic[] = []
  const lines = new Set<number | undefined>()
  const stack: { token: CST.Token; depth: number }[] = [...tokens]
    .reverse()
    .map((token) => ({ token, depth: 0 }))
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const { token } = next
    const depth = next.depth + (isCollection(token) ? 1 : 0)
    if (depth > mostDepth) return [tooDeep(source, token.offset)]
    const finding = findingOf(token, source)
    if (finding && !lines.has(finding.place?.start.line)) {
      lines.add(finding.place?.start.line)
      found.push(finding)
    }
    for (const child of childrenOf(token).reverse()) stack.push({ token: child, depth })
  }
  return found
}

function isCollection(token: CST.Token): boolean {
  return 'items' in token
}

/** Every token right below one, in the order of the text. */
function childrenOf(token: CST.Token): CST.Token[] {
  if (token.type === 'document')
    return [...token.start, ...(token.value ? [token.value] : []), ...(token.end ?? [])]
  if (token.type === 'block-scalar') return [...token.props]
  if (!('items' in token)) return []
  const children: CST.Token[] = token.type === 'flow-collection' ? [token.start] : []
  for (const item of token.items) {
    children.push(...item.start)
    if (item.key) children.push(item.key)
    if (item.sep) children.push(...item.sep)
    if (item.value) children.push(item.value)
  }
  return token.type === 'flow-collection' ? [...children, ...token.end] : children
}

function findingOf(token: CST.Token, source: YamlText): Diagnostic | undefined {
  switch (token.type) {
    case 'alias':
      return refuse(token, source, 'an alias: it stands for a value given elsewhere')
    case 'anchor':
      return refuse(token, source, 'an anchor: it gives the value a name for use elsewhere')
    case 'tag':
      return refuse(token, source, 'a tag: it says what type a value has')
    case 'directive':
      return refuse(token, source, 'a directive: it changes how YAML is read')
    case 'double-quoted-scalar':
    case 'single-quoted-scalar':
      return isClosed(token.source) ? undefined : unclosed(token, source, token.source.charAt(0))
    case 'flow-collection':
      return token.end.some((each) => each.type === 'flow-seq-end' || each.type === 'flow-map-end')
        ? undefined
        : unclosed(token, source, token.start.source)
    default:
      return undefined
  }
}

function refuse(
  token: CST.Token & { source: string },
  { file, text, placeOf }: YamlText,
  what: string,
): Diagnostic {
  const shown = token.source.length > 40 ? `${token.source.slice(0, 40)}…` : token.source
  const quoted = withQuotedValue(lineAt(text, token.offset))
  return diagnose('FM307', {
    message: `YAML reads \`${shown}\` as ${what}. That is not allowed here.`,
    file,
    place: placeOf(token.offset, token.offset + token.source.length),
    hint:
      quoted === undefined || token.type === 'directive'
        ? 'Take it away.'
        : `If it belongs to the text, put the value in quotes: ${quoted}`,
  })
}

function isClosed(source: string): boolean {
  const quote = source.charAt(0)
  if (source.length < 2 || !source.endsWith(quote)) return false
  if (quote === "'") return source.slice(1, -1).split("''").join('').includes("'") === false
  const slashes = /\\*$/.exec(source.slice(0, -1))?.[0].length ?? 0
  return slashes % 2 === 0
}

function unclosed(token: CST.Token, { file, placeOf }: YamlText, sign: string): Diagnostic {
  const closing: Record<string, string> = { '[': ']', '{': '}' }
  return diagnose('FM305', {
    message: `This ${sign} is never closed.`,
    file,
    place: placeOf(token.offset, token.offset + 1),
    hint: `Type ${closing[sign] ?? sign} where the value ends.`,
  })
}

function tooDeep({ file, placeOf }: YamlText, offset: number): Diagnostic {
  return diagnose('LM110', {
    message: `More than ${mostDepth} lists or mappings stand in one another here.`,
    file,
    place: placeOf(offset, offset + 1),
    hint: 'No setting needs so many levels; if this is text, put it in quotes.',
  })
}
