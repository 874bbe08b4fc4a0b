import type { Properties } from 'hast'
import { find, html, type Info, svg } from 'property-information'
import { JsxError } from './jsx-error.ts'

/** Elements of drawings whose attributes follow the rules of SVG. */
const drawing = new Set(
  'svg circle clipPath defs desc ellipse g line linearGradient mask path pattern polygon polyline radialGradient rect stop symbol text tspan use'.split(
    ' ',
  ),
)

/**
 * Turns the attributes that a theme wrote (`class`, `for`, `datetime`, `aria-label`) into the
 * properties of a hast element (`className`, `htmlFor`, `dateTime`, `ariaLabel`). What is `false`,
 * `null` or `undefined` is left out, but for `aria-*` and `data-*`, where `false` is a value.
 *
 * @throws JsxError for what no page may carry (`on*`, `style`, `srcdoc`, raw HTML) and for values that
 * are no attribute values
 */
export function propertiesOf(
  tagName: string,
  attributes: Readonly<Record<string, unknown>>,
): Properties {
  const isDrawing = drawing.has(tagName)
  const properties: Properties = {}
  for (const [name, value] of Object.entries(attributes)) {
    if (name === 'children' || value === undefined || value === null) continue
    const info = (isDrawing ? undefined : ordinary.get(name)) ?? lookedUp(tagName, name, isDrawing)
    const written = attributeValue(name, value, info.spaceSeparated || info.commaOrSpaceSeparated)
    if (written === undefined) continue
    properties[info.property] =
      info.commaSeparated && typeof written === 'string' ? split(written, ',') : written
  }
  return properties
}

/** Attributes of HTML by their names as they are written; none that could be refused. */
const ordinary: ReadonlyMap<string, Info> = new Map(
  Object.values(html.property)
    .filter(({ attribute }) => !/^on|^(?:style|srcdoc)$/.test(attribute))
    .map(({ attribute }) => [attribute, find(html, attribute)]),
)

/** @throws JsxError for an attribute that no page may carry */
function lookedUp(tagName: string, name: string, isDrawing: boolean): Info {
  refuse(tagName, name)
  return find(isDrawing ? svg : html, name)
}

function attributeValue(
  name: string,
  value: unknown,
  spaceSeparated: boolean,
): Properties[string] | undefined {
  if (value === false) return /^(?:aria|data)-/.test(name) ? 'false' : undefined
  if (value === true) return /^(?:aria|data)-/.test(name) ? 'true' : true
  if (typeof value === 'number' && Number.isFinite(value)) return value
  if (typeof value === 'string') return spaceSeparated ? split(value, /\s+/) : value
  if (Array.isArray(value) && spaceSeparated)
    return value
      .filter((item) => item !== false && item !== null && item !== undefined)
      .flatMap((item) => split(String(item), /\s+/))
  throw new JsxError(
    'bad-attribute',
    `The attribute ${name} was given ${Array.isArray(value) ? 'a list' : typeof value === 'number' ? String(value) : `a value of type ${typeof value}`}.`,
    'An attribute is text, a number, true, or left out with undefined.',
  )
}

function split(value: string, separator: string | RegExp): string[] {
  return value
    .split(separator)
    .map((item) => item.trim())
    .filter((item) => item !== '')
}

/** Refuses what a strict content security policy would drop in silence, and what would bypass the guard. */
function refuse(tagName: string, name: string): void {
  const lower = name.toLowerCase()
  if (/^on[a-z]/.test(lower))
    throw forbidden(tagName, name, 'A page of Ibid runs no script. Use a link, <details> or CSS.')
  if (lower === 'style')
    throw forbidden(
      tagName,
      name,
      'Give the element a class, and write the rule in the style sheet.',
    )
  if (lower === 'srcdoc' || lower === 'dangerouslysetinnerhtml' || lower === 'innerhtml')
    throw forbidden(
      tagName,
      name,
      'Build the content from elements; markup in a string is never parsed.',
    )
  if (name === 'className' || name === 'htmlFor')
    throw new JsxError(
      'bad-attribute',
      `<${tagName}> was given ${name}.`,
      `Attributes are written as in HTML: ${name === 'className' ? 'class' : 'for'}.`,
    )
}

function forbidden(tagName: string, name: string, hint: string): JsxError {
  return new JsxError(
    'forbidden-attribute',
    `<${tagName}> was given ${name}, which no page may carry.`,
    hint,
  )
}
