/** HTML that is safe to send: made by {@link html} only. */
export interface Markup {
  readonly markup: string
}

type Part = string | number | Markup | readonly Markup[]

/** Writes HTML; everything put into it is escaped unless it is itself {@link Markup}. */
export function html(texts: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  const pieces = texts.map(
    (text, index) => text + (index < parts.length ? written(parts[index]) : ''),
  )
  return { markup: pieces.join('') }
}

function written(part: Part | undefined): string {
  if (typeof part === 'string' || typeof part === 'number') return escaped(String(part))
  if (part === undefined) return ''
  return 'markup' in part ? part.markup : part.map((piece) => piece.markup).join('')
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}
