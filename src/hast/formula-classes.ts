/** Declarations that formulas need, each with its class; what is not here is left out. */
const classOf: ReadonlyMap<string, string> = new Map([
  ['padding:0', 'tml-p0'],
  ['text-align:left', 'tml-left'],
  ['width:100%', 'tml-wide'],
  ['width:50%', 'tml-half'],
  ['font-weight:bold', 'tml-bold'],
  ['math-depth:0', 'tml-depth-0'],
  ['math-depth:2', 'tml-depth-2'],
  ['border:1px solid', 'tml-fbox'],
  ['border:0.0667em solid', 'tml-fbox'],
])

/**
 * Classes for what temml would write into `style`, which a strict content security policy forbids.
 *
 * @param style properties in camel case or with hyphens
 */
export function classesOfStyle(style: Readonly<Record<string, unknown>>): string[] {
  return Object.entries(style).flatMap(([property, given]) => {
    const name = property.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
    const value = String(given).trim()
    const known = classOf.get(`${name}:${value}`)
    if (known !== undefined) return [known]
    const side = /^(?:padding|border)-(left|right|top|bottom)$/.exec(name)?.[1]
    if (side === undefined) return []
    return name.startsWith('border') ? border(side, value) : padding(side, value)
  })
}

/** Rules of tables. */
function border(side: string, value: string): string[] {
  const kind = /\b(solid|dashed|double)\b/.exec(value)?.[1]
  return kind === undefined ? [] : [`tml-${kind}-${side}`]
}

/** Room beside the cells of tables, in steps: none, the browser’s own, one em, more. */
function padding(side: string, value: string): string[] {
  const [, number = '', unit] = /^(-?[\d.]+)(em|ex|pt|px)?$/.exec(value) ?? []
  if (number === '' || side === 'top' || side === 'bottom') return []
  const perEm = { em: 1, ex: 2, pt: 10, px: 16 }[unit ?? 'em'] ?? 1
  const ems = Number(number) / perEm
  if (ems < 0.1) return [`tml-p0-${side}`]
  if (ems >= 1.5) return [`tml-p2-${side}`]
  return ems >= 0.75 ? [`tml-p1-${side}`] : []
}
