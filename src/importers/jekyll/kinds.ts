import type { SourceEntry } from '../../io/ports.ts'
import { textsOf } from '../front-values.ts'
import type { JekyllConfig } from './config.ts'

/** A file of the blog, by what Jekyll takes it for. */
export interface JekyllFile {
  readonly entry: SourceEntry
  /** `other` for a text in a form that is not read; `file` for one that is copied, unless it has front matter. */
  readonly kind: 'post' | 'draft' | 'page' | 'other' | 'collection' | 'file'
}

const markdown = /\.(?:md|markdown|mkdown|mkdn|mkd)$/i
const html = /\.html?$/i
const otherTexts = /\.(?:textile|adoc|asciidoc|org|rst)$/i

/** What belongs to the blog’s workshop and not to the blog. */
const workshop =
  /^(?:Gemfile(?:\.lock)?|Rakefile|[^/]+\.gemspec|(?:README|LICENSE|LICENCE|CONTRIBUTING|CHANGELOG)(?:\.[a-z]+)?|package(?:-lock)?\.json|yarn\.lock|Dockerfile|_[^/]+)$|^(?:_site|node_modules|vendor\/(?:bundle|cache|gems|ruby))\/|\.(?:s[ac]ss|less|coffee)$/i

/** Sorts what lies in the blog; what Jekyll passes over is left out. */
export function kindsOf(
  entries: readonly SourceEntry[],
  { data, collections }: JekyllConfig,
): readonly JekyllFile[] {
  const excluded = textsOf(data.exclude).map(patternOf)
  const included = textsOf(data.include).map(patternOf)
  return entries.flatMap((entry) => {
    const path = String(entry.path)
    const asked = included.some((pattern) => pattern.test(path))
    if (!asked && (workshop.test(path) || excluded.some((pattern) => pattern.test(path)))) return []
    const kind = kindOf(path, collections, asked)
    return kind === undefined ? [] : [{ entry, kind }]
  })
}

function kindOf(
  path: string,
  collections: ReadonlySet<string>,
  asked: boolean,
): JekyllFile['kind'] | undefined {
  if (/(?:^|\/)(?:\.|#|~|[^/]+~$)/.test(path) && !asked && !path.startsWith('.well-known/'))
    return undefined
  const special = /(?:^|\/)_(posts|drafts)\//.exec(path)?.[1]
  if (special !== undefined) {
    if (!markdown.test(path) && !html.test(path)) return otherTexts.test(path) ? 'other' : undefined
    if (special === 'drafts') return 'draft'
    // A post without a day in its name is passed over.
    return /\/\d{4}-\d{1,2}-\d{1,2}-[^/]+$/.test(path) ? 'post' : undefined
  }
  const hidden = path.split('/').find((part) => part.startsWith('_'))
  if (hidden !== undefined && !asked)
    return collections.has(hidden.slice(1)) && (markdown.test(path) || html.test(path))
      ? 'collection'
      : undefined
  return markdown.test(path) ? 'page' : 'file'
}

/** A path, the folder of it, or one with stars. */
function patternOf(typed: string): RegExp {
  const words = typed
    .replace(/^\/+|\/+$/g, '')
    .slice(0, 200)
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replace(/\*+/g, (stars) => (stars.length > 1 ? '.*' : '[^/]*'))
    .replace(/\?/g, '[^/]')
  return new RegExp(`^(?:${words})(?:/|$)`)
}
