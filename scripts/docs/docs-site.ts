import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Heading, Nodes, Root } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { textOf } from '../../src/model/plain-text.ts'
import { isReservedSlug } from '../../src/model/slug.ts'
import { shorten } from '../../src/semantics/excerpt.ts'

const settings = `title: Ibid
url: https://example.org/
description: The manual of Ibid, an engine for essays with notes. The essays are those of its sample blog.
lang: en-GB
pageSize: 20
nav:
  - title: Manual
    href: /manual/
  - title: Writing
    href: /writing/
  - title: Notes
    href: /notes/
  - title: Settings
    href: /configuration/
  - title: Findings
    href: /diagnostics/
  - title: Examples
    href: /
  - title: Search
    href: /search/
`

/** Texts of the clone that the manual leads to, beside those in `docs/`. */
const besides = ['SECURITY.md', 'CONTRIBUTING.md', 'CHANGELOG.md'] as const

/**
 * The manual as a site of Ibid: every text of `docs/` as a page, and the essays of the sample blog, which the manual
 * takes its examples from.
 *
 * @param root absolute path of the clone
 * @returns the site's files by path; nothing is written
 */
export function docsSite(root: string): ReadonlyMap<string, Uint8Array | string> {
  const manual = [...below(root, 'docs').filter((file) => file.endsWith('.md')), ...besides]
  const samples = ['posts', 'notes', 'pages'].flatMap((room) => below(root, `content/${room}`))
  const places = new Map([
    ...manual.map((file) => [file, placeOf(file)] as const),
    ...samples.map((file) => [file, file] as const),
  ])
  const read = (file: string) => readFileSync(path.join(root, file))
  return new Map<string, Uint8Array | string>([
    ['content/site.yaml', settings + sampleSettings(read('content/site.yaml').toString())],
    ...manual.map((file) => [placeOf(file), asPage(file, read(file).toString(), places)] as const),
    ...samples.map((file) => [file, read(file)] as const),
    ...below(root, 'public').map((file) => [file, read(file)] as const),
  ])
}

/** What the sample essays need of the sample blog's settings. */
function sampleSettings(text: string): string {
  const section = /^abbreviations:\n(?: .*\n)+/m.exec(text)?.[0] ?? ''
  return `${section}references: true\n`
}

/** Every file below a folder of the clone, sorted. */
function below(root: string, folder: string): readonly string[] {
  return readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
    .map((file) => file.split(path.sep).join('/'))
    .sort()
}

/** Where a text of the manual stands in the site. */
function placeOf(file: string): string {
  const isBeside = besides.some((each) => each === file)
  return `content/pages/${isBeside ? `project/${file}` : file.replace(/^docs\//, '')}`
}

function slugOf(file: string): string {
  const name = path.posix.basename(file, '.md').toLowerCase()
  if (name === 'readme') return 'manual'
  // The manual has a page about security too.
  if (file === 'SECURITY.md') return 'security-policy'
  return isReservedSlug(name) ? `using-${name}` : name
}

/** A text as a page: its first heading is the title, and its links lead to where their targets are in the site. */
function asPage(file: string, text: string, places: ReadonlyMap<string, string>): string {
  const tree = fromMarkdown(text)
  const heading = tree.children.find((node): node is Heading => node.type === 'heading')
  const front = {
    id: `manual-${slugOf(file)}`,
    title: heading ? textOf(heading) : file,
    slug: slugOf(file),
    summary: summaryOf(tree),
  }
  const lines = Object.entries(front).map(([key, value]) => `${key}: ${JSON.stringify(value)}`)
  const edits = [
    ...linkEdits(tree, text, file, places),
    ...(heading ? [[heading, ''] as const] : []),
  ]
  return `---\n${lines.join('\n')}\n---\n${edited(text, edits)}`
}

function summaryOf({ children }: Root): string {
  const paragraph = children.find(({ type }) => type === 'paragraph')
  return shorten(paragraph ? textOf(paragraph) : '')
}

/** New words for the links of a text that lead to other files; a link out of the site becomes its words. */
function linkEdits(
  tree: Root,
  text: string,
  file: string,
  places: ReadonlyMap<string, string>,
): (readonly [Nodes, string])[] {
  const edits: (readonly [Nodes, string])[] = []
  const stack: Nodes[] = [tree]
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if ('children' in node) stack.push(...node.children)
    if (node.type !== 'link' || /^(?:[a-z][a-z0-9+.-]*:|#)/i.test(node.url)) continue
    const [target = '', fragment] = node.url.split('#')
    const found = places.get(path.posix.join(path.posix.dirname(file), target))
    const words = text.slice(
      node.children[0]?.position?.start.offset,
      node.children.at(-1)?.position?.end.offset,
    )
    const to = found && path.posix.relative(path.posix.dirname(placeOf(file)), found)
    edits.push([node, to ? `[${words}](${to}${fragment ? `#${fragment}` : ''})` : words])
  }
  return edits
}

/** A text with other words in the places of some nodes. */
function edited(text: string, edits: readonly (readonly [Nodes, string])[]): string {
  const offset = ([node]: readonly [Nodes, string]) => node.position?.start.offset ?? 0
  return [...edits]
    .sort((a, b) => offset(b) - offset(a))
    .reduce(
      (all, [node, words]) =>
        all.slice(0, node.position?.start.offset) + words + all.slice(node.position?.end.offset),
      text,
    )
}
