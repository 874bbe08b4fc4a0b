import type { ElementContent, Properties } from 'hast'
import temml from 'temml'
import type { SetFormula } from './context.ts'
import { element, text } from './element.ts'
import { classesOfStyle } from './formula-classes.ts'

/** temml's own types describe its CommonJS build; this is what the module that Node loads has. */
const { __renderToMathMLTree: renderTree } = temml as unknown as {
  readonly __renderToMathMLTree: (tex: string, options: object) => unknown
}

/** The longest formula, in UTF-16 code units of TeX. */
const longest = 10_000
/** Elements in each other that a page takes from one formula. */
const deepest = 100

/**
 * Sets TeX as MathML Core (temml), with classes for what MathML leaves to style sheets: no styles, no
 * colours, no links, no ids. The TeX itself is kept as `alttext`. The same TeX always gives the same tree.
 *
 * @param display true where it stands on lines of its own
 */
export function setFormula(tex: string, display: boolean): SetFormula {
  const failed = (problem: string, offset?: number): SetFormula => ({
    math: undefined,
    problem,
    offset,
  })
  if (tex.trim() === '') return failed('There is nothing between the dollars.')
  if (tex.length > longest) return failed(`It is longer than ${longest} characters.`, longest)
  try {
    const tree: unknown = renderTree(tex, {
      displayMode: display,
      throwOnError: true,
      trust: false,
      strict: false,
      macros: {},
      maxSize: [40, 400],
      maxExpand: 1000,
    })
    const math = nodesOf(tree, 0)[0]
    if (math?.type !== 'element' || math.tagName !== 'math') return failed('It shows nothing.')
    math.properties = { ...math.properties, alttext: tex.trim().replace(/\s+/g, ' ') }
    return { math }
  } catch (error) {
    if (error instanceof RangeError) return failed('It is nested too deep.')
    const { message, position } = error as { message?: unknown; position?: unknown }
    return failed(sentence(String(message)), typeof position === 'number' ? position : undefined)
  }
}

/** What temml says, without the place and the picture of it. */
function sentence(message: string): string {
  const words = message.replace(/\s+at (?:position \d+|end of input)\b[\s\S]*$/u, '').trim()
  return /[.!?]$/.test(words) ? words : `${words}.`
}

/** Elements of MathML Core that hold what a formula is made of. */
const elements = new Set(
  'math merror mfrac mi mmultiscripts mn mo mover mpadded mphantom mprescripts mroot mrow ms mspace msqrt mstyle msub msubsup msup mtable mtd mtext mtr munder munderover'.split(
    ' ',
  ),
)
/** Attributes of MathML Core that say what a formula means or how it is spaced. */
const attributes = new Set(
  'accent accentunder columnspan depth display displaystyle fence form height largeop linethickness lspace mathvariant maxsize minsize movablelimits rowspan rspace scriptlevel separator stretchy symmetric voffset width'.split(
    ' ',
  ),
)

/** A node of temml, as far as it is looked at. */
interface TemmlNode {
  readonly type?: unknown
  readonly text?: unknown
  readonly attributes?: Readonly<Record<string, unknown>>
  readonly children?: readonly unknown[]
  readonly classes?: readonly unknown[]
  readonly style?: Readonly<Record<string, unknown>>
}

/** @throws RangeError where nodes are nested too deep */
function nodesOf(given: unknown, depth: number): ElementContent[] {
  if (depth > deepest) throw new RangeError('too deep')
  const node = given as TemmlNode
  const children = (node.children ?? []).flatMap((child) => nodesOf(child, depth + 1))
  if (typeof node.text === 'string') return node.text === '' ? [] : [text(node.text)]
  const type = typeof node.type === 'string' ? node.type : ''
  const classes = classesOf(node)
  // A fragment, a label or the way to one: nothing that MathML has.
  if (type === '' && classes.length === 0) return children
  const tagName = elements.has(type) ? type : type === '' ? 'mtext' : 'mrow'
  const properties: Properties = {}
  for (const [name, value] of Object.entries(node.attributes ?? {}))
    if (attributes.has(name) && /^[-+\w.%]+$/.test(String(value))) properties[name] = String(value)
  if (classes.length > 0) properties.className = classes
  return [element(tagName, properties, children)]
}

function classesOf(node: TemmlNode): string[] {
  const own = (node.classes ?? []).filter(
    (name): name is string => typeof name === 'string' && /^[a-z][a-z0-9-]*$/.test(name),
  )
  const enclosed = node.type === 'menclose' ? ['tml-enclose'] : []
  return [...new Set([...enclosed, ...own, ...classesOfStyle(node.style ?? {})])]
}
