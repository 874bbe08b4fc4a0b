import type { Edit } from '../edits.ts'
import type { OldFront } from '../front-values.ts'
import { pointable } from '../link-destinations.ts'
import { fenced, inBrackets, plainWords, quotedTitle } from '../markdown-words.ts'
import type { LiquidPart } from './liquid.ts'

/** What turning Liquid needs of the site around the text. */
export interface LiquidContext {
  /** A link to the post that `post_url` names, or to the file of `link`; undefined where there is none. */
  readonly linkTo: (
    kind: 'post_url' | 'link',
    name: string,
  ) => { readonly file: string; readonly address: string } | undefined
  readonly siteUrl: string | undefined
  readonly site: OldFront
  readonly page: OldFront
  /** Whether the text is HTML, so that what is made has to be HTML too. */
  readonly html: boolean
}

/** Something about one part that the author should know. */
export interface LiquidRemark {
  readonly start: number
  readonly end: number
  readonly message: string
  readonly hint: string
}

const stays = 'It stays in sight: write what it made.'

/** Turns what has a form in Markdown; the rest stays in sight and is told of. */
export function turnLiquid(
  text: string,
  parts: readonly LiquidPart[],
  context: LiquidContext,
): { readonly edits: readonly Edit[]; readonly remarks: readonly LiquidRemark[] } {
  const edits: Edit[] = []
  const remarks: LiquidRemark[] = []
  for (const [at, part] of parts.entries()) {
    const made = turned(text, part, parts[at + 1], context)
    if (typeof made === 'string') edits.push({ start: part.start, end: part.end, insert: made })
    else if ('edits' in made) edits.push(...made.edits)
    else remarks.push({ start: part.start, end: part.end, ...made })
  }
  return { edits, remarks }
}

type Turned = string | { readonly edits: readonly Edit[] } | Pick<LiquidRemark, 'message' | 'hint'>

function turned(
  text: string,
  part: LiquidPart,
  next: LiquidPart | undefined,
  context: LiquidContext,
): Turned {
  const { name, words, inner, start, end } = part
  if (part.kind === 'output') return output(text, part, next, context)
  if (name === 'raw' && inner)
    return {
      edits: [
        { start, end: inner.start, insert: '' },
        { start: inner.end, end, insert: '' },
      ],
    }
  if (name === 'comment' || name.startsWith('#')) return ''
  if (name === 'highlight' && inner) {
    const [language = ''] = words.split(/\s/)
    const code = text.slice(inner.start, inner.end).replace(/\{%-?\s*(?:end)?raw\s*-?%\}/g, '')
    return context.html ? codeElement(code, language) : fenced(code, language)
  }
  if (name === 'post_url' || name === 'link') return reference(text, part, name, context)
  if (name === 'include' || name === 'include_relative') {
    const picture = context.html ? undefined : includedPicture(words)
    if (picture !== undefined) return picture
    return {
      message: `\`${name} ${words.split(/\s/)[0] ?? ''}\` is a template, and posts of Ibid have none.`,
      hint: stays,
    }
  }
  return { message: `The Liquid tag \`${name}\` means nothing here.`, hint: stays }
}

/** Code as HTML has it. */
function codeElement(code: string, language: string): string {
  const escaped = code.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`)
  const name = language.replace(/[^\w+#.-]/g, '')
  return `<pre><code class="language-${name}">${escaped.replace(/^\n/, '')}</code></pre>`
}

function reference(
  text: string,
  { words, start }: LiquidPart,
  name: 'post_url' | 'link',
  { linkTo }: LiquidContext,
): Turned {
  const wanted = words.replace(/^["']|["']$/g, '')
  const link = linkTo(name, wanted)
  if (!link)
    return {
      message: `What \`${name}\` names is not there: ${wanted}`,
      hint: 'Name the file of a post, relative to this one.',
    }
  // In an attribute of HTML the address stands, which stays what it was or leads on.
  return /=\s*["']?(?:\{\{[^{}]*\}\})*$/.test(text.slice(Math.max(0, start - 200), start))
    ? link.address
    : link.file
}

function output(
  text: string,
  part: LiquidPart,
  next: LiquidPart | undefined,
  context: LiquidContext,
): Turned {
  const { words, end } = part
  if (/^site\.(?:url|baseurl)$/.test(words)) {
    const joined = /^[/{]/.test(text.slice(end)) && (text[end] === '/' || next?.start === end)
    if (joined || words === 'site.baseurl') return ''
    return context.siteUrl ?? ''
  }
  const [, path, filters = ''] = /^(?:"([^"]*)"|'[^']*')\s*((?:\|[^|]*)*)$/.exec(words) ?? []
  const quoted = path ?? /^'([^']*)'/.exec(words)?.[1]
  if (
    quoted !== undefined &&
    /^(?:\|\s*(?:relative_url|absolute_url|prepend:\s*site\.(?:baseurl|url)|escape|uri_escape)\s*)*$/.test(
      filters,
    )
  )
    return quoted.startsWith('/') ? quoted : `/${quoted}`
  const [, where, key = ''] = /^(site|page)\.([\w-]+)$/.exec(words) ?? []
  const value =
    where === 'site'
      ? context.site[key.toLowerCase()]
      : where === 'page'
        ? context.page[key.toLowerCase()]
        : undefined
  if (typeof value === 'string' || typeof value === 'number') return String(value)
  return {
    message: `\`{{ ${shortened(words)} }}\` cannot be filled in without Jekyll.`,
    hint: stays,
  }
}

function shortened(words: string): string {
  return words.length > 60 ? `${words.slice(0, 59)}…` : words
}

/** Many themes show pictures with a template of their own: its file and words are parameters. */
function includedPicture(words: string): string | undefined {
  const [file = ''] = words.split(/\s/)
  if (!/^(?:.*\/)?(?:figure|image|img|picture|fig)(?:\.(?:html|md|liquid))?$/i.test(file))
    return undefined
  const named = new Map(
    [...words.matchAll(/([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].map(([, key = '', a, b]) => [
      key.toLowerCase(),
      a ?? b ?? '',
    ]),
  )
  const get = (...keys: readonly string[]) =>
    keys.map((key) => named.get(key)).find((value) => value !== undefined && value !== '')
  const src = get('src', 'url', 'file', 'path', 'image_path', 'image')
  if (src === undefined || src.includes('{{')) return undefined
  const caption = plainWords(get('caption', 'description', 'title') ?? '')
  const alt = plainWords(get('alt') ?? '') || caption
  return `![${inBrackets(alt)}](${pointable(src)}${quotedTitle(caption)})`
}
