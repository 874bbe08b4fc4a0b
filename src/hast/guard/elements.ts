import type { Element } from 'hast'

/** Elements that load, run or send what no theme of an essay needs, or that browsers parse in more than one way. */
const refused = new Set(
  [
    'applet base bgsound embed fencedframe form frame frameset iframe isindex keygen noembed noframes',
    'noscript object param plaintext portal template xmp',
  ].flatMap((line) => line.split(' ')),
)
/** Elements in which a parser sees no tags but their own end (HTML, 13.2.5.2): an attribute inside could hold that. */
const holdsText = new Set(['textarea', 'title'])

/** Elements that are looked at more closely; of others only the name matters. */
const suspects = new Set([...refused, ...holdsText, 'script', 'style', 'meta'])
const none: readonly string[] = []

/** True for an element that only its attributes and what it holds can make unsafe: most of them. */
export function isPlainElement({ tagName }: Element): boolean {
  return !suspects.has(tagName) && /^[a-z][a-z0-9]*$/.test(tagName)
}

/**
 * What is wrong with an element itself: its name, its kind, or what it holds.
 *
 * @param printed its attributes, names in lower case
 */
export function elementFaults(
  node: Element,
  printed: ReadonlyMap<string, string>,
): readonly string[] {
  if (isPlainElement(node)) return none
  const { tagName } = node
  const name = tagName.toLowerCase()
  if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/i.test(tagName))
    return [`an element named ${JSON.stringify(tagName.slice(0, 40))}`]
  const faults: string[] = []
  if (refused.has(name)) faults.push(`<${name}>`)
  if (holdsText.has(name) && node.children.some(({ type }) => type !== 'text'))
    faults.push(`<${name}> with more than text in it`)
  if (name === 'script' || name === 'style') faults.push(...opaqueFaults(node, name, printed))
  if (name === 'meta') faults.push(...metaFaults(printed))
  return faults
}

/** The text of a script or a style is printed without escaping, and a strict policy runs neither. */
function opaqueFaults(
  node: Element,
  name: 'script' | 'style',
  printed: ReadonlyMap<string, string>,
): string[] {
  const text = node.children.map((child) => (child.type === 'text' ? child.value : '<')).join('')
  if (name === 'style') return ['<style>; style sheets are files of their own']
  if (printed.get('type') !== 'application/ld+json')
    return text === ''
      ? sourceFaults(printed)
      : ['<script> with text in it; scripts are files of their own']
  return text.includes('<') ? ['JSON-LD with a < in it; write \\u003c'] : []
}

/** The address of a file that the engine made, which has the digest of its text in its name. */
const ownScript = /\/assets\/[^/?#]+\.[0-9a-f]{8,}\.js$/
/** W3C Subresource Integrity, 3.5; one digest, without options. */
const digest = /^sha(?:256-[A-Za-z0-9+/]{43}=|384-[A-Za-z0-9+/]{64}|512-[A-Za-z0-9+/]{86}==)$/

/** A script that runs is a file of the site's own with its digest, so that no other text can take its place. */
function sourceFaults(printed: ReadonlyMap<string, string>): string[] {
  // A script in a drawing has its address elsewhere (SVG 2, 15.8).
  const src = printed.get('src') ?? printed.get('href') ?? printed.get('xlink:href')
  if (src === undefined) return []
  const shown = JSON.stringify(src.slice(0, 60))
  const faults: string[] = []
  if (!ownScript.test(src) || printed.has('href') || printed.has('xlink:href'))
    faults.push(`<script src=${shown}>, which is no file that the engine made`)
  if (!digest.test(printed.get('integrity') ?? ''))
    faults.push(`<script src=${shown}> without the digest of its text in integrity`)
  return faults
}

/** `charset`: UTF-8 alone; `http-equiv`: only a redirect to this site, and the policy itself. */
function metaFaults(printed: ReadonlyMap<string, string>): string[] {
  const charset = printed.get('charset') ?? 'utf-8'
  if (charset.trim().toLowerCase() !== 'utf-8')
    return [`<meta charset=${JSON.stringify(charset.slice(0, 40))}>; every page is UTF-8`]
  const given = printed.get('http-equiv')
  if (given === undefined) return []
  const kind = given.trim().toLowerCase()
  if (kind === 'content-security-policy') return []
  if (kind !== 'refresh') return [`<meta http-equiv="${kind.slice(0, 40)}">`]
  const content = printed.get('content') ?? ''
  const address = /^0; ?url=([^\s'"].*)$/i.exec(content)?.[1]
  const stays =
    address !== undefined &&
    !/^[/\\]{2}/.test(address) &&
    !/^[^/?#]*:/.test(address) &&
    !/[\0-\x20]/.test(address)
  return stays ? [] : [`<meta http-equiv="refresh"> to ${JSON.stringify(content.slice(0, 80))}`]
}
