import type { Element } from 'hast'
import { find, svg } from 'property-information'
import { holdsSuspects } from '../../model/suspect-characters.ts'
import { isAbsolute, safeAddress } from '../address.ts'
import { attributeName, attributeProperties } from '../attribute-names.ts'
import { forbiddenCharacter } from '../characters.ts'

/** An attribute as it will be printed. */
export interface PrintedAttribute {
  /** As it is printed. */
  readonly name: string
  readonly value: string
}

/** Attributes whose value is an address that a browser follows or loads. */
const addresses = new Set(
  [
    'action background cite classid codebase data dynsrc formaction href icon itemid longdesc lowsrc',
    'manifest poster profile src usemap xlink:href xml:base',
  ].flatMap((line) => line.split(' ')),
)
/** Attributes that hold several addresses, parted by commas or spaces. */
const addressLists = new Set(['archive', 'imagesrcset', 'ping', 'srcset'])
/** Attributes that no page has, whatever they hold. */
const refused = new Set('attributionsrc autofocus formtarget ping srcdoc style target'.split(' '))
/** Links that make a page load something. */
const loading =
  /\b(?:stylesheet|preload|modulepreload|prefetch|prerender|manifest|preconnect|dns-prefetch|icon|import|apple-touch-startup-image|expect)\b/i

/** Attributes of which nothing but their characters matters: most of them. */
const harmless = new Set(
  attributeProperties
    .map((property) => attributeName(property).name)
    .filter(
      (name) =>
        !(addresses.has(name) || addressLists.has(name) || refused.has(name)) &&
        !name.startsWith('on') &&
        name !== 'attributename',
    ),
)

/** The properties that stand for these, each for one of its own. */
const harmlessProperties = new Set(
  attributeProperties.filter((property) => harmless.has(attributeName(property).name)),
)

/** True where nothing is wrong with any attribute of an element, but perhaps with its id: most elements. */
export function hasHarmlessAttributes({ tagName, properties }: Element): boolean {
  for (const property in properties) {
    const value = properties[property]
    if (!isHarmless(value)) return false
    const isLink = property === 'href' && tagName === 'a'
    if (isLink ? safeAddress(String(value)) === undefined : !harmlessProperties.has(property))
      return false
  }
  return true
}

function isHarmless(value: Element['properties'][string]): boolean {
  if (typeof value === 'string') return !holdsSuspects(value)
  if (Array.isArray(value)) return value.every((each) => !holdsSuspects(String(each)))
  return value === undefined || value === null || typeof value !== 'object'
}

/** The attributes of an element, as a printer writes them; those that are off are left out. */
export function attributesOf({ properties }: Element): readonly PrintedAttribute[] {
  const attributes: PrintedAttribute[] = []
  for (const property in properties) {
    const value = properties[property]
    if (value === undefined || value === null || value === false) continue
    const inHtml = attributeName(property)
    const name = inHtml.isDefined ? inHtml.name : find(svg, property).attribute
    const text = Array.isArray(value) ? value.join(' ') : value === true ? '' : String(value)
    attributes.push({ name, value: text })
  }
  return attributes
}

/** The attributes of an element as a parser will see them: names in lower case, the first of each. */
export function printedOnce(attributes: readonly PrintedAttribute[]): ReadonlyMap<string, string> {
  const printed = new Map<string, string>()
  for (const { name, value } of attributes) {
    const lower = name.toLowerCase()
    if (!printed.has(lower)) printed.set(lower, value)
  }
  return printed
}

/**
 * What is wrong with one attribute of an element.
 *
 * @param printed all of the element's, as `printedOnce` gives them
 */
export function attributeFaults(
  node: Element,
  { name, value }: PrintedAttribute,
  printed: ReadonlyMap<string, string>,
): readonly string[] {
  if (harmless.has(name)) return characterFaults(name, value)
  const lower = name.toLowerCase()
  const shown = JSON.stringify(value.slice(0, 60))
  // HTML, 13.1.2.3 "Attributes".
  if (!/^[^\0-\x20\x7F-\x9F"'>/=<`\p{Noncharacter_Code_Point}\p{Surrogate}]+$/u.test(name))
    return [`an attribute named ${JSON.stringify(name.slice(0, 40))}`]
  if (lower.startsWith('on')) return [`the attribute ${lower}, which runs code`]
  if (refused.has(lower)) return [`the attribute ${lower}=${shown}`]
  const faults = [...characterFaults(lower, value)]
  if (addresses.has(lower) && safeAddress(value) === undefined)
    faults.push(
      `the address ${lower}=${shown}; only http, https, mailto and relative ones are safe`,
    )
  if (addressLists.has(lower) && !value.split(',').every((each) => safeAddress(each.trim())))
    faults.push(`the addresses ${lower}=${shown}; only http, https and relative ones are safe`)
  if (lower === 'attributename' && /^(?:on|(?:xlink:)?href$|style$)/i.test(value.trim()))
    faults.push(`<${node.tagName}> that animates ${shown}`)
  if (loadsCode(node, lower, printed) && value.split(',').some((each) => isAbsolute(each)))
    faults.push(
      `<${node.tagName}> that loads ${shown}; a page loads its scripts and styles from its own site`,
    )
  return faults
}

const none: readonly string[] = []

function characterFaults(name: string, value: string): readonly string[] {
  const character = forbiddenCharacter(value)
  return character ? [`the character ${character} in ${name}, which no page may hold`] : none
}

/** Whether the attribute names a file that a page runs, or that it needs to look right. */
function loadsCode(
  { tagName }: Element,
  attribute: string,
  printed: ReadonlyMap<string, string>,
): boolean {
  const name = tagName.toLowerCase()
  if (name === 'script') return attribute === 'src' || /^(?:xlink:)?href$/.test(attribute)
  if (name !== 'link' || (attribute !== 'href' && attribute !== 'imagesrcset')) return false
  return loading.test(printed.get('rel') ?? '')
}
