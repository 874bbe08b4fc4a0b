import type { Position } from 'unist'
import { type Diagnostic, diagnose } from '../model/diagnostic.ts'
import { type RoutePath, routePath, type SourcePath, sourcePath } from '../model/paths.ts'
import { emptyRecord, type PermalinkRecord, type RecordedPost } from '../model/permalinks.ts'
import { type JsonEntry, type JsonNode, readJson } from '../syntax/json/read-json.ts'
import { linesOf } from '../syntax/lines.ts'

/** The record of permalinks, or, where it cannot be relied upon, the first fault in it. */
export type RecordReading =
  | { readonly record: PermalinkRecord; readonly diagnostics: readonly [] }
  | { readonly record: undefined; readonly diagnostics: readonly Diagnostic[] }

/** The form that this version reads and writes. */
export const recordVersion = 1

/**
 * Reads `content/permalinks.json`: `{"version": 1, "posts": {"<id>": {"path": "…", "urls": ["/…/"]}}}`.
 * The file is written by `ibid freeze`; what is not of this form was changed by hand or by a merge, so
 * nothing of it is used.
 *
 * @param file relative to the site's root
 * @param text undefined where there is no such file, which is an empty record
 */
export function readRecord(file: string, text: string | undefined): RecordReading {
  if (text === undefined) return { record: emptyRecord, diagnostics: [] }
  const { positionOf } = linesOf(text)
  const refused = ({ problem, start, end }: Fault): RecordReading => ({
    record: undefined,
    diagnostics: [unreadable(file, problem, positionOf(start, Math.max(end, start + 1)))],
  })
  const read = readJson(text)
  if ('fault' in read) return refused(read.fault)
  const posts = postsOf(read.node, positionOf)
  return posts instanceof Map ? { record: { posts }, diagnostics: [] } : refused(posts)
}

interface Fault {
  readonly problem: string
  readonly start: number
  readonly end: number
}

type PlaceOf = (start: number, end: number) => Position

function postsOf(root: JsonNode, placeOf: PlaceOf): Map<string, RecordedPost> | Fault {
  const top = keysOf(root, ['version', 'posts'])
  if ('problem' in top) return top
  const { version, posts } = top
  if (version.kind !== 'other' || version.value !== recordVersion)
    return fault(
      version,
      `only version ${recordVersion} of the record is known; a newer Ibid may have written this`,
    )
  if (posts.kind !== 'object') return fault(posts, '`posts` should be an object in braces')
  const found = new Map<string, RecordedPost>()
  for (const entry of posts.entries) {
    const post = postOf(entry, placeOf)
    if ('problem' in post) return post
    found.set(entry.name, post)
  }
  return found
}

function postOf({ name, start, end, value }: JsonEntry, placeOf: PlaceOf): RecordedPost | Fault {
  if (name.trim() === '') return { problem: 'the id of a post is empty', start, end }
  const keys = keysOf(value, ['path', 'urls'])
  if ('problem' in keys) return keys
  const path = checked(keys.path, sourcePath)
  if (path === undefined)
    return fault(keys.path, '`path` should be the path of a source, such as "content/posts/a.md"')
  const urls = urlsOf(keys.urls)
  return 'problem' in urls ? urls : { path, urls, place: placeOf(start, end) }
}

function urlsOf(node: JsonNode): readonly RoutePath[] | Fault {
  if (node.kind !== 'array' || node.items.length === 0)
    return fault(node, '`urls` should be a list of addresses, such as ["/posts/a/"]')
  const urls: RoutePath[] = []
  for (const item of node.items) {
    const url = checked(item, routePath)
    if (url === undefined)
      return fault(item, 'this should be an address below the home page, such as "/posts/a/"')
    urls.push(url)
  }
  return urls
}

/** The value of a text where a path can be made of it. */
function checked<Path extends SourcePath | RoutePath>(
  node: JsonNode,
  make: (value: string) => Path,
): Path | undefined {
  try {
    return node.kind === 'text' ? make(node.value) : undefined
  } catch {
    return undefined
  }
}

/** The values of an object that has just these keys. */
function keysOf<Name extends string>(
  node: JsonNode,
  names: readonly Name[],
): Record<Name, JsonNode> | Fault {
  if (node.kind !== 'object')
    return fault(node, `an object with ${quoted(names)} in braces is wanted here`)
  const unknown = node.entries.find(({ name }) => !names.includes(name as Name))
  if (unknown)
    return { ...unknown, problem: `there is no key ${JSON.stringify(unknown.name)} here` }
  const missing = names.filter((name) => !node.entries.some((entry) => entry.name === name))
  if (missing.length > 0) return fault(node, `${quoted(missing)} is missing here`)
  return Object.fromEntries(node.entries.map(({ name, value }) => [name, value])) as Record<
    Name,
    JsonNode
  >
}

function quoted(names: readonly string[]): string {
  return names.map((name) => `"${name}"`).join(' and ')
}

/** Points at the beginning of a value, which may go on for many lines. */
function fault({ start, end, kind }: JsonNode, problem: string): Fault {
  return { problem, start, end: kind === 'object' || kind === 'array' ? start + 1 : end }
}

function unreadable(file: string, problem: string, place: Position): Diagnostic {
  return diagnose('FD204', {
    message: `The record of permalinks cannot be read: ${problem}. Until then, no lost address is noticed.`,
    file,
    place,
    hint: `Take the last sound version back: git checkout HEAD -- ${file}`,
  })
}
