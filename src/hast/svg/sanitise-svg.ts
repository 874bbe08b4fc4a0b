import { type XmlToken, xmlTokens } from './xml-tokens.ts'

/** A drawing that can do nothing but be seen. */
export interface CleanDrawing {
  readonly svg: string
  /** What was taken out that could have done something, each kind once: `<script>`, `onclick`. */
  readonly removed: readonly string[]
}

/** SVG 2: shapes, text, paint, filters, and animation of what is harmless. No script, no HTML, no links out. */
const elements = new Set(
  (
    'a animate animateMotion animateTransform circle clipPath defs desc ellipse feBlend feColorMatrix ' +
    'feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight ' +
    'feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feImage feMerge feMergeNode ' +
    'feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence filter g image line ' +
    'linearGradient marker mask metadata mpath path pattern polygon polyline radialGradient rect set stop style ' +
    'svg switch symbol text textPath title tspan use view'
  ).split(' '),
)
/** Taken out without a word: programs for drawing leave them behind. */
const left = new Set(['metadata'])
const embedded = /^data:image\/(?:png|jpeg|gif|webp|avif);base64,[A-Za-z0-9+/=\s]*$/i
const deepest = 500

/**
 * Takes everything out of a drawing that runs, loads or leads elsewhere: scripts, handlers, HTML in it, addresses
 * of other files. What is left is well-formed whatever came in.
 *
 * @param text a file of SVG, decoded
 */
export function sanitiseSvg(text: string): CleanDrawing {
  const removed = new Set<string>()
  const open: string[] = []
  const parts: string[] = []
  /** How deep in an element that is taken out. */
  let skipped = 0
  for (const token of xmlTokens(text)) {
    if (skipped > 0) {
      if (token.kind === 'start' && !token.isEmpty) skipped++
      if (token.kind === 'end') skipped--
      continue
    }
    if (token.kind === 'text') {
      if (open.length > 0) parts.push(textIn(open.at(-1), token.value, removed))
    } else if (token.kind === 'end') close(token.name, open, parts)
    else if (isKept(token, open, removed)) {
      parts.push(startTag(token, removed))
      if (!token.isEmpty) open.push(token.name)
    } else if (!token.isEmpty) skipped = 1
  }
  while (open.length > 0) parts.push(`</${open.pop()}>`)
  const svg = parts.join('')
  return { svg: svg === '' ? emptyDrawing : `${svg}\n`, removed: [...removed].sort() }
}

const emptyDrawing = '<svg xmlns="http://www.w3.org/2000/svg"/>\n'

type StartToken = Extract<XmlToken, { kind: 'start' }>

function isKept(
  { name, attributes }: StartToken,
  open: readonly string[],
  removed: Set<string>,
): boolean {
  if (open.length === 0 ? name !== 'svg' : open.length >= deepest) return false
  if (left.has(name) || name.includes(':')) return false
  if (!elements.has(name)) {
    removed.add(`<${name}>`)
    return false
  }
  const target = attributes.find(([attribute]) => attribute === 'attributeName')?.[1] ?? ''
  if (/^(?:on|(?:xlink:)?href$|style$)/i.test(target.trim())) {
    removed.add(`<${name} attributeName="${target}">`)
    return false
  }
  return true
}

function startTag({ name, attributes, isEmpty }: StartToken, removed: Set<string>): string {
  const seen = new Set<string>()
  const kept = attributes.filter(([attribute, value]) => {
    if (seen.has(attribute)) return false
    seen.add(attribute)
    return isHarmless(name, attribute, value, removed)
  })
  const written = kept.map(([attribute, value]) => ` ${attribute}="${escaped(value, true)}"`)
  return `<${name}${written.join('')}${isEmpty ? '/' : ''}>`
}

function isHarmless(
  element: string,
  attribute: string,
  value: string,
  removed: Set<string>,
): boolean {
  const lower = attribute.toLowerCase()
  const refuse = (what: string): boolean => {
    removed.add(what)
    return false
  }
  if (lower.startsWith('on')) return refuse(lower)
  if (lower === 'href' || lower === 'xlink:href')
    return isAddress(element, value.trim()) || refuse(`${lower} to ${shown(value)}`)
  if (lower.startsWith('xmlns'))
    return /^http:\/\/www\.w3\.org\/(?:2000\/svg|1999\/xlink)$/.test(value)
  // Editors have attributes of their own; xml:base would give every address another meaning.
  if (lower.includes(':')) return lower === 'xml:space' || lower === 'xml:lang'
  if (loadsFromElsewhere(value)) return refuse(`${lower} with ${shown(value)}`)
  return true
}

function shown(value: string): string {
  return value.length > 40 ? `${value.slice(0, 40)}…` : value
}

/** A part of the drawing itself, or a picture that it carries; a link may also lead to a page. */
function isAddress(element: string, value: string): boolean {
  if (value.startsWith('#')) return true
  if (element === 'a') return /^(?:https?:\/\/|mailto:)/i.test(value)
  return (element === 'image' || element === 'feImage') && embedded.test(value)
}

/** CSS in a value: `url()` may only name a part of the drawing or a picture that it carries. */
function loadsFromElsewhere(value: string): boolean {
  const plain = value.replace(/\/\*[\s\S]*?\*\//g, '')
  if (/\\|@import|expression\s*\(|javascript:/i.test(plain)) return true
  return [...plain.matchAll(/(?:url|src|image|image-set)\s*\(\s*(["']?)([^)]*?)\1\s*\)/gi)].some(
    ([, , address = '']) => !address.trim().startsWith('#') && !embedded.test(address.trim()),
  )
}

function textIn(element: string | undefined, value: string, removed: Set<string>): string {
  if (element === 'style' && loadsFromElsewhere(value)) {
    removed.add('<style> that loads something')
    return ''
  }
  return escaped(value, false)
}

function close(name: string, open: string[], parts: string[]): void {
  const at = open.lastIndexOf(name)
  if (at < 0) return
  while (open.length > at) parts.push(`</${open.pop()}>`)
}

/** XML 1.0, 2.2: characters that no document may hold are left out. */
function escaped(text: string, isValue: boolean): string {
  const clean = text
    .toWellFormed()
    .replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
  return isValue
    ? clean.replace(/"/g, '&quot;').replace(/[\t\r\n]/g, (c) => `&#${c.charCodeAt(0)};`)
    : clean
}
