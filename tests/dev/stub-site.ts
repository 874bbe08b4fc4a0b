import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { SiteOptions } from '../../src/build/options.ts'
import type { RenderedSite } from '../../src/build/pipeline.ts'
import type { World } from '../../src/build/world.ts'
import { type DevOptions, startDev } from '../../src/dev/start-dev.ts'
import type { RunningServer } from '../../src/dev/start-preview.ts'
import { nodeSource } from '../../src/io/node-source.ts'
import { type Diagnostic, diagnose } from '../../src/model/diagnostic.ts'
import type { Essay } from '../../src/model/essay.ts'
import {
  type OutputPath,
  outputPath,
  outputPathOf,
  routePath,
  type SourcePath,
  sourcePath,
} from '../../src/model/paths.ts'
import type { Settings } from '../../src/model/settings.ts'
import type { OutputFile, Post, Site } from '../../src/model/site.ts'

export const packageFolder = fileURLToPath(new URL('../..', import.meta.url))

const settings: Settings = {
  title: 'Stub',
  url: 'https://example.org/',
  description: '',
  lang: 'en',
  authors: [],
  theme: 'plain',
  permalink: '/posts/:slug/',
  pageSize: 10,
  feeds: { items: 20 },
  code: { highlight: false },
  notes: { stars: 'auto', marks: 'number' },
  keyFacts: { automatic: true },
  cards: false,
  abbreviations: [],
  references: { cve: false, cwe: false, rfc: false },
  math: false,
  html: 'safe',
  nav: [],
  images: { remote: [] },
  security: { contact: [], languages: [] },
}

const headers = `/*
  Content-Security-Policy: default-src 'none'; img-src 'self'; style-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'
`

/**
 * Takes the place of the pipeline: each post is its paragraphs, its first line the title. A post that holds
 * `BROKEN` cannot be rendered, one that holds `MISSING` has an error at that word. Settings that hold `BROKEN`
 * leave no site at all; `CRASH` throws.
 */
export async function renderStub(_options: SiteOptions, world: World): Promise<RenderedSite> {
  const texts = new Map<string, string>()
  for (const { path: file, kind } of await world.source.list('content'))
    if (kind === 'file') texts.set(file, new TextDecoder().decode(await world.source.read(file)))
  const told = texts.get('content/site.yaml') ?? ''
  if (told.includes('CRASH')) throw new Error('the stub crashed')
  const posts = [...texts].filter(([file]) => file.endsWith('.md'))
  const failed = posts
    .filter(([, text]) => text.includes('BROKEN'))
    .map(([file]) => sourcePath(file))
  const site = siteOf(posts.filter(([, text]) => !text.includes('BROKEN')))
  const copies = (await world.source.list('public')).filter(({ kind }) => kind === 'file')
  const rendered = {
    finished: true,
    configured: true,
    failed,
    diagnostics: posts.flatMap(([file, text]) => findingsOf(file, text)),
    sources: (file: string) => texts.get(file),
    themeFiles: [],
  }
  if (told.includes('BROKEN')) return { ...rendered, site: undefined, files: new Map() }
  const pages = filesOf(
    site,
    texts,
    copies.map((entry) => entry.path),
  )
  return { ...rendered, site, files: new Map(pages.map((file) => [file.path, file])) }
}

function siteOf(posts: readonly (readonly [string, string])[]): Site {
  return {
    settings,
    posts: posts.map(([file, text]) => postOf(file, text)),
    pages: [],
    tags: [],
    series: [],
    routes: [],
    base: '/',
  }
}

function postOf(file: string, text: string): Post {
  const slug = path.basename(file, '.md')
  const essay: Essay = {
    source: sourcePath(file),
    kind: 'post',
    front: {
      draft: text.includes('DRAFT'),
      updates: [],
      authors: [],
      guest: false,
      tags: [],
      aliases: [],
      discuss: [],
      notes: {},
    },
    key: 'abcd',
    title: text.split('\n')[0] ?? '',
    titleContent: [],
    slug,
    date: { text: '2030-01-02', day: '2030-01-02', instant: 0 },
    lang: 'en',
    body: { type: 'root', children: [] },
    notes: [
      {
        number: 1,
        name: '1',
        kind: 'star',
        label: '*',
        content: [{ type: 'paragraph', children: [{ type: 'text', value: 'A note <b>here</b>' }] }],
        references: [{ ordinal: 1, place: placeAt(text, 'DRAFT') }],
        place: placeAt(text, 'DRAFT'),
      },
    ],
    standfirst: undefined,
    outline: [],
    summary: '',
    words: { body: 0, notes: 0 },
    links: [],
    diagnostics: [],
  }
  const held = text.includes('DRAFT')
    ? 'draft'
    : text.includes('SCHEDULED')
      ? 'scheduled'
      : undefined
  return { essay, route: routePath(`/posts/${slug}/`), held, tags: [] }
}

function findingsOf(file: string, text: string): readonly Diagnostic[] {
  return ['BROKEN', 'MISSING'].flatMap((word) => {
    const place = placeAt(text, word)
    return place
      ? [
          diagnose('FN301', {
            message: `Found ${word} & <script>`,
            file,
            place,
            hint: 'take it out',
          }),
        ]
      : []
  })
}

function placeAt(text: string, word: string): Diagnostic['place'] {
  const offset = text.indexOf(word)
  if (offset < 0) return undefined
  const before = text.slice(0, offset).split('\n')
  const line = before.length
  const column = (before.at(-1)?.length ?? 0) + 1
  return {
    start: { line, column, offset },
    end: { line, column: column + word.length, offset: offset + word.length },
  }
}

function filesOf(
  site: Site,
  texts: ReadonlyMap<string, string>,
  copies: readonly SourcePath[],
): readonly OutputFile[] {
  const css = texts.get('content/style.css') ?? 'body { margin: 1rem }'
  const style = `assets/style.${createHash('sha256').update(css).digest('hex').slice(0, 8)}.css`
  const page = (title: string, body: string): string =>
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'"><title>${title}</title><link rel="stylesheet" href="/${style}"><link rel="stylesheet" href="/fixed.css"></head><body><header><a href="/" id="home">Stub</a></header><main>${body}</main></body></html>`
  const file = (name: OutputPath, body: OutputFile['body']): OutputFile => ({
    path: name,
    body,
    stage: 'page',
    origin: 'the stub',
  })
  const posts = site.posts.map(({ essay, route }) => {
    const paragraphs = (texts.get(essay.source) ?? '').split('\n\n').slice(1)
    const body = paragraphs.map((text) => `<p>${text}</p>`).join('')
    return file(
      outputPathOf(route),
      page(
        essay.title,
        `<article><h1>${essay.title}</h1>${body}<section class="notes"><ol><li id="fn-1"><p>The note. <a href="#ref-1">Back</a></p></li></ol></section><p><input aria-label="Word"><img src="/pic.svg" alt=""></p></article>`,
      ),
    )
  })
  const links = site.posts
    .map(({ essay, route }) => `<li><a href="${route}">${essay.title}</a></li>`)
    .join('')
  return [
    file(outputPath('index.html'), page('Stub', `<ul>${links}</ul>`)),
    file(outputPath('404.html'), page('Not here', '<h1>Not here</h1>')),
    ...posts,
    file(outputPath(style), css),
    file(outputPath('_headers'), headers),
    file(outputPath('_redirects'), '/old/ /posts/a/ 301\n'),
    ...copies.map((copy) => file(outputPath(copy.slice('public/'.length)), { copy })),
  ]
}

/** Starts the dev server over the stub. */
export function startStub(root: string, more: Partial<DevOptions> = {}): Promise<RunningServer> {
  const world: World = {
    source: nodeSource(root),
    clock: { now: () => 0 },
    loadTheme: () => Promise.reject(new Error('The stub has no theme.')),
    searchScript: async () => '',
  }
  return startDev({
    root,
    packageFolder,
    port: 0,
    world: () => world,
    log: () => {},
    render: renderStub,
    ...more,
  })
}

/** Reads the paths that hidden-file tests send. */
export async function readPathVectors(): Promise<{
  readonly suffixes: readonly string[]
  readonly files: readonly string[]
  readonly targets: readonly string[]
  readonly headers: readonly Readonly<Record<string, string>>[]
  readonly methods: readonly string[]
}> {
  return JSON.parse(
    await readFile(new URL('../data/devserver-paths.json', import.meta.url), 'utf8'),
  )
}
