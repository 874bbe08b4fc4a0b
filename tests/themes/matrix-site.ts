import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type HeaderRule, headersFor, parseHeadersFile } from '../../src/dev/http/headers-file.ts'
import type { Diagnostic } from '../../src/model/diagnostic.ts'
import { hrefOf, isCopy, type Route } from '../../src/model/site.ts'
import { rendered } from '../site-from.ts'
import { hardPosts } from './hard-posts.ts'

const root = resolve(import.meta.dirname, '../..')

/** A site with every kind of page and every kind of post, drawn with one theme. */
export interface MatrixSite {
  /** Bodies by site-absolute path. */
  readonly files: ReadonlyMap<string, string | Uint8Array>
  /** One page of each kind, and posts with everything in them; with the default theme, all posts. */
  readonly paths: readonly string[]
  readonly routes: readonly Route[]
  readonly diagnostics: readonly Diagnostic[]
  /** What a host sends with a path, as `_headers` has it. */
  readonly headersOf: (path: string) => Readonly<Record<string, string>>
}

/** The sample blog's own content by path, drafts and pictures included. */
function sampleContent(): Record<string, string | Uint8Array> {
  const files: Record<string, string | Uint8Array> = {}
  for (const folder of ['content/posts', 'content/pages', 'content/notes'])
    for (const name of readdirSync(join(root, folder))) {
      const path = `${folder}/${name}`
      const bytes = readFileSync(join(root, path))
      files[path] = name.endsWith('.md') ? bytes.toString() : bytes
    }
  return files
}

/** Renders the sample blog with one theme, and beside its posts those that are hard to set. */
export async function matrixSite(theme: string): Promise<MatrixSite> {
  const content = sampleContent()
  for (const [slug, text] of Object.entries(hardPosts)) content[`content/posts/${slug}.md`] = text
  content['content/site.yaml'] = readFileSync(join(root, 'content/site.yaml'), 'utf8').replace(
    /^theme:.*$/m,
    `theme: ${theme}`,
  )
  const result = await rendered(content, { now: Date.UTC(2026, 10, 1), drafts: true })
  if (!result.site)
    throw new Error(result.diagnostics.map(({ file, message }) => `${file}: ${message}`).join('\n'))
  const files = new Map<string, string | Uint8Array>()
  for (const [path, { body }] of result.files) {
    const held = isCopy(body) ? content[body.copy] : body
    // A redirect would lead away before it has been looked at.
    if (typeof held === 'string') files.set(addressOf(path), held.replace(refresh, ''))
    else if (held instanceof Uint8Array) files.set(addressOf(path), held)
  }
  const rules: readonly HeaderRule[] = parseHeadersFile(result.text('_headers'))
  const { site } = result
  return {
    files,
    routes: site.routes,
    diagnostics: result.diagnostics,
    paths: looked(site.routes, theme).map(({ path }) => decodeURI(hrefOf(site, path))),
    headersOf: (path) => Object.fromEntries(headersFor(rules, path)),
  }
}

const refresh = /<meta http-equiv="refresh"[^>]*>/
const addressOf = (path: string): string => `/${path.replace(/(?<=^|\/)index\.html$/, '')}`

/** The essays that have every part and every kind of note. */
const specimens = ['a-specimen-of-parts', 'every-kind-of-note', 'a-release-checklist']

/** Of all kinds of page the first; of the posts those that are hard to set, and the specimens. */
function looked(routes: readonly Route[], theme: string): readonly Route[] {
  const seen = new Set<string>()
  return routes.filter((route) => {
    if (route.kind === 'post') {
      const { slug } = route.post.essay
      return theme === 'marginalia' || specimens.includes(slug) || slug in hardPosts
    }
    const known = seen.has(route.kind)
    seen.add(route.kind)
    return !known
  })
}
