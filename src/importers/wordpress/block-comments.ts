/** What the comments of the block editor said that the HTML between them does not. */
export interface BlockReading {
  readonly html: string
  /** Whether the post was written in the block editor. */
  readonly blocks: boolean
  /** Blocks that a WordPress fills when it shows them, so that nothing of them is in the export. */
  readonly missing: readonly { readonly name: string; readonly offset: number }[]
}

const comment = /<!--\s+(\/?)wp:([a-z][\w-]*(?:\/[a-z][\w-]*)?)\s+(\{.{0,20000}?\}\s+)?(\/)?-->/gs
/** Blocks without content that need none. */
const silent =
  /^(?:footnotes|more|nextpage|separator|spacer|post-|site-|comments?|query|navigation|template-part|latest-|archives|categories|tag-cloud|calendar|search|rss|social-link|loginout|page-list|home-link|avatar|read-more)/

/**
 * Reads the comments that the block editor puts around blocks (Gutenberg's block grammar), and keeps the
 * length of what stands before each place where it can: an embedded page without HTML becomes its address,
 * and the language of code that a plugin keeps there becomes an attribute.
 */
export function readBlocks(html: string): BlockReading {
  if (!/<!--\s+wp:/.test(html)) return { html, blocks: false, missing: [] }
  const missing: { name: string; offset: number }[] = []
  const turned = html.replace(
    comment,
    (
      typed: string,
      closes: string,
      name: string,
      json: string | undefined,
      alone: string | undefined,
      offset: number,
    ) => {
      if (closes === '/') return typed
      const values = attributesOf(json)
      if (alone === '/') {
        if (/embed/.test(name) && /^https?:/.test(values.get('url') ?? '')) {
          const address = (values.get('url') ?? '').replaceAll('&', '&amp;').replaceAll('<', '&lt;')
          return `<p>${address}</p>`
        }
        if (!silent.test(name)) missing.push({ name, offset })
        return typed
      }
      const language = values.get('language') ?? values.get('lang')
      return /code|highlight|prism/.test(name) && language !== undefined
        ? `<!--ibid-language ${language.replace(/[^\w+#.-]/g, '')}-->`
        : typed
    },
  )
  return { html: withLanguages(turned), blocks: true, missing }
}

function withLanguages(html: string): string {
  return html.replace(/<!--ibid-language ([\w+#.-]*)-->(\s*)<pre\b/g, '$2<pre data-lang="$1"')
}

function attributesOf(json: string | undefined): ReadonlyMap<string, string> {
  if (json === undefined) return new Map()
  try {
    const data: unknown = JSON.parse(json)
    if (typeof data !== 'object' || data === null) return new Map()
    return new Map(
      Object.entries(data).flatMap(([name, value]) =>
        typeof value === 'string' ? [[name, value] as const] : [],
      ),
    )
  } catch {
    return new Map()
  }
}
