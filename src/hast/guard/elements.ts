import type { Element } from 'hast'

/** Elements that load, run or send what no theme of an essay needs. */
const refused = new Set(
  'applet base embed fencedframe form frame frameset iframe object plaintext portal template xmp'.split(
    ' ',
  ),
)

/** What is wrong with an element itself: its name, its kind, or what it holds. */
export function elementFaults(node: Element): string[] {
  const { tagName } = node
  const name = tagName.toLowerCase()
  if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/i.test(tagName))
    return [`an element named ${JSON.stringify(tagName.slice(0, 40))}`]
  const faults: string[] = []
  if (refused.has(name)) faults.push(`<${name}>`)
  if (name === 'script' || name === 'style') faults.push(...opaqueFaults(node, name))
  if (name === 'meta') faults.push(...metaFaults(node))
  return faults
}

/** The text of a script or a style is printed without escaping, and a strict policy runs neither. */
function opaqueFaults(node: Element, name: 'script' | 'style'): string[] {
  const text = node.children.map((child) => (child.type === 'text' ? child.value : '<')).join('')
  if (name === 'style') return ['<style>; style sheets are files of their own']
  if (node.properties.type !== 'application/ld+json')
    return text === ''
      ? sourceFaults(node)
      : ['<script> with text in it; scripts are files of their own']
  return text.includes('<') ? ['JSON-LD with a < in it; write \\u003c'] : []
}

/** The address of a file that the engine made, which has the digest of its text in its name. */
const ownScript = /\/assets\/[^/?#]+\.[0-9a-f]{8,}\.js$/
/** W3C Subresource Integrity, 3.5; one digest, without options. */
const digest = /^sha(?:256-[A-Za-z0-9+/]{43}=|384-[A-Za-z0-9+/]{64}|512-[A-Za-z0-9+/]{86}==)$/

/** A script that runs is a file of the site's own with its digest, so that no other text can take its place. */
function sourceFaults({ properties }: Element): string[] {
  const { src, integrity } = properties
  if (src === undefined || src === null) return []
  const shown = JSON.stringify(String(src).slice(0, 60))
  const faults: string[] = []
  if (!ownScript.test(String(src)))
    faults.push(`<script src=${shown}>, which is no file that the engine made`)
  if (!digest.test(String(integrity ?? '')))
    faults.push(`<script src=${shown}> without the digest of its text in integrity`)
  return faults
}

/** `http-equiv`: only a redirect to this site, and the policy itself. */
function metaFaults(node: Element): string[] {
  const given = node.properties.httpEquiv
  if (given === undefined || given === null) return []
  const kind = (Array.isArray(given) ? given.join(' ') : String(given)).trim().toLowerCase()
  if (kind === 'content-security-policy') return []
  if (kind !== 'refresh') return [`<meta http-equiv="${kind.slice(0, 40)}">`]
  const content = String(node.properties.content ?? '')
  const address = /^0; ?url=([^\s'"].*)$/i.exec(content)?.[1]
  const stays =
    address !== undefined &&
    !/^[/\\]{2}/.test(address) &&
    !/^[^/?#]*:/.test(address) &&
    !/[\0-\x20]/.test(address)
  return stays ? [] : [`<meta http-equiv="refresh"> to ${JSON.stringify(content.slice(0, 80))}`]
}
