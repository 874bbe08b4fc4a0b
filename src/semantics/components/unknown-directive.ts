import type { Paragraph, PhrasingContent } from 'mdast'
import type { LeafDirective, TextDirective } from 'mdast-util-directive'
import { type Diagnostic, diagnose } from '../../model/diagnostic.ts'
import { nearestName } from '../../model/nearest-name.ts'
import { type ComponentSource, type Directive, typed } from './directive.ts'

const colons = { textDirective: ':', leafDirective: '::', containerDirective: ':::' } as const

/** How each component is typed, by the names that an author may have had in mind. */
const forms = new Map([
  ['pull-quote', ':::pull-quote on a line of its own, the words below it, and ::: below them'],
  ['pull', ':pull[the words] around words of a paragraph'],
  ['key-facts', ':::key-facts[Title] on a line of its own, a list below it, and ::: below that'],
  ['notice', ':::notice[Title] on a line of its own, the text below it, and ::: below that'],
  ['warning', ':::warning[Title] on a line of its own, the text below it, and ::: below that'],
  [
    'epigraph',
    ':::epigraph on a line of its own, the words and “— whose they are” below it, then :::',
  ],
  [
    'figure',
    ':::figure[Caption] on a line of its own, the picture, table or code below it, then :::',
  ],
])

/** What other tools call the components, or what an author may take them to be called. */
const otherNames: ReadonlyMap<string, string> = new Map(
  Object.entries({
    notice: 'admonition aside attention callout info important note tip hint',
    warning: 'alert caution danger emergency error warn',
    epigraph: 'motto',
    figure: 'caption fig image img picture table',
    'pull-quote': 'quote blockquote',
    'key-facts': 'facts summary',
  }).flatMap(([name, others]) => others.split(' ').map((other): [string, string] => [other, name])),
)

/** How to type the component that an author probably had in mind. */
export function probableForm(name: string, kind: Directive['type']): string | undefined {
  const typed = name.toLowerCase()
  const meant = otherNames.get(typed) ?? nearestName(typed, [...forms.keys(), ...otherNames.keys()])
  const near = meant === undefined ? undefined : (otherNames.get(meant) ?? meant)
  if (near !== 'pull' && near !== 'pull-quote') return near && forms.get(near)
  return forms.get(kind === 'textDirective' ? 'pull' : 'pull-quote')
}

/** The finding about a directive that does not exist; its words are printed all the same. */
export function unknownDirective(node: Directive, source: ComponentSource): Diagnostic {
  const form = probableForm(node.name, node.type)
  return diagnose('HT201', {
    message: `There is no directive ${colons[node.type]}${node.name}; its words are printed as they are.`,
    file: source.path,
    place: node.position,
    hint: form
      ? `Did you mean ${form}?`
      : 'Write the words alone; put a back slash before the first colon where the colon itself is meant.',
  })
}

/** True where a text directive is surely meant as one: `:name[…]` or `:name{…}`, not the colon in `10:am`. */
export function looksMeant(node: TextDirective, text: string): boolean {
  const slice = typed(node, text)
  if (slice !== undefined) return /^[[{]/.test(slice.slice(node.name.length + 1))
  return node.children.length > 0 || Object.keys(node.attributes ?? {}).length > 0
}

/**
 * A directive as it was typed, its label's words still markup: their notes are numbered already.
 *
 * @param children the words of the label, done
 */
export function asTyped(
  node: TextDirective | LeafDirective,
  children: readonly PhrasingContent[],
  text: string,
): PhrasingContent[] {
  const slice = typed(node, text)
  const base = node.position?.start.offset ?? 0
  const first = node.children[0]?.position?.start.offset
  const last = node.children.at(-1)?.position?.end.offset
  if (slice !== undefined && children.length === 0) return [literal(slice)]
  const fits = slice !== undefined && first !== undefined && last !== undefined
  const before = fits ? slice.slice(0, first - base) : `${colons[node.type]}${node.name}[`
  const after = fits ? slice.slice(last - base) : ']'
  if (slice === undefined && children.length === 0) return [literal(colons[node.type] + node.name)]
  return [literal(before), ...children, literal(after)]
}

/** A leaf directive as a paragraph of the characters it was typed with. */
export function leafAsTyped(
  node: LeafDirective,
  children: readonly PhrasingContent[],
  text: string,
): Paragraph {
  const paragraph: Paragraph = { type: 'paragraph', children: asTyped(node, children, text) }
  return node.position ? { ...paragraph, position: node.position } : paragraph
}

function literal(value: string): PhrasingContent {
  // A directive may run over lines of a block quote, whose marks are no part of it.
  return { type: 'text', value: value.replace(/(\r\n|\r|\n)[ \t]*(?:>[ \t]*)*/g, '$1') }
}
