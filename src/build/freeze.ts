import { checkPermalinks, withChangedId } from '../check/permalinks.ts'
import { checkIdentities, lastingId } from '../feeds/identity.ts'
import type { Clock, SourceFiles } from '../io/ports.ts'
import { type Diagnostic, diagnose } from '../model/diagnostic.ts'
import type { SourcePath } from '../model/paths.ts'
import { type PermalinkRecord, recordPath } from '../model/permalinks.ts'
import type { Post } from '../model/site.ts'
import { readRecord } from '../schema/permalink-record.ts'
import { assembleSite } from '../site/assemble.ts'
import { forget, printRecord, withPosts } from '../site/permalinks.ts'
import { withId } from '../syntax/front-matter/insert-id.ts'
import { compileEssays } from './compile-essays.ts'
import { configure } from './configure.ts'
import { datedEssays } from './dated-essays.ts'
import { permalinkFacts, type SiteAndRecord } from './permalink-findings.ts'
import { type Content, readContent } from './read-content.ts'
import { sha256 } from './sha256.ts'

/** A post that is to get its id. */
export interface IdToWrite {
  readonly path: SourcePath
  readonly id: string
  /** The text of the file as it was read, and as it is to be; without a byte order mark. */
  readonly before: string
  readonly after: string
  /** True where the day of the post is that of its file, which must therefore stay what it is. */
  readonly undated: boolean
}

/** What `ibid freeze` is to do; nothing was written yet. */
export interface FreezePlan {
  /** False where `content/site.yaml` is at fault. */
  readonly configured: boolean
  /** False where what was to be forgotten is not in the record. */
  readonly knewForgotten: boolean
  readonly ids: readonly IdToWrite[]
  /** The record's file, as it was and as it is to be; absent where it must be left alone. */
  readonly record:
    | { readonly before: string | undefined; readonly after: string; readonly posts: number }
    | undefined
  /** What keeps a post from being frozen, and which addresses are lost. */
  readonly diagnostics: readonly Diagnostic[]
  /** The text of a source as it lies on disk, for code frames. */
  readonly sources: (path: string) => string | undefined
}

/** What freezing needs of the world. */
export interface FreezeWorld {
  readonly source: SourceFiles
  readonly clock: Clock
}

const nothing = { configured: true, knewForgotten: true, ids: [], record: undefined } as const

/**
 * Finds out which published posts have no `id`, and what is to be written down of their addresses.
 * Drafts and scheduled posts are left alone: nobody knows them yet.
 *
 * @param forgotten an id or an address that is to be taken out of the record
 */
export async function planFreeze(world: FreezeWorld, forgotten?: string): Promise<FreezePlan> {
  const content = await readContent(world.source)
  const sources = sourcesOf(content)
  const { settings, sharedNotes, diagnostics } = configure(content, options)
  if (!settings) return { ...nothing, configured: false, diagnostics: errors(diagnostics), sources }
  const compiled = await compileEssays(content.essays, { settings, sharedNotes })
  const failed = compiled.filter(({ essay }) => !essay).flatMap((each) => each.diagnostics)
  const unreadable = errors([...content.diagnostics, ...failed])
  const known = readRecord(recordPath, content.permalinks?.text)
  if (!known.record || unreadable.some(({ file }) => file === recordPath))
    return { ...nothing, diagnostics: [...unreadable, ...known.diagnostics], sources }
  const record = forgotten === undefined ? known.record : forget(known.record, forgotten)
  if (!record) return { ...nothing, knewForgotten: false, diagnostics: [], sources }

  const understood = compiled.flatMap(({ essay }) => essay ?? [])
  const essays = await datedEssays(understood, content, world.source)
  const now = world.clock.now()
  const site = assembleSite(essays, settings, { ...options, now })
  const complete = failed.length === 0 && content.unreadable.length === 0
  const planned = planFor(record, { content, site, essays, complete, now })
  return { ...nothing, ...planned, diagnostics: [...unreadable, ...planned.diagnostics], sources }
}

/** What is published to everyone, whatever a preview may show. */
const options = { drafts: false, future: false, keepGoing: true }

/** What to write for each post that neither its file nor another post keeps from being frozen. */
function planFor(
  record: PermalinkRecord,
  inputs: SiteAndRecord,
): Pick<FreezePlan, 'ids' | 'record' | 'diagnostics'> {
  const { content, site } = inputs
  const facts = permalinkFacts(record, inputs)
  const twins = errors(checkIdentities(site.posts, sha256))
  const barred = new Set([...withChangedId(facts), ...twins.flatMap(filesOf)])
  const free = site.posts.filter((post) => !barred.has(post.essay.source))
  const { ids, refused } = idsToWrite(free, content)
  const stuck = new Set<string>(refused.map(({ file }) => file))
  const placed = free.filter((post) => !stuck.has(post.essay.source))
  return {
    ids,
    record: recordToWrite(record, placed, content),
    diagnostics: [...refused, ...twins, ...checkPermalinks(facts)],
  }
}

function errors(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return diagnostics.filter(({ severity }) => severity === 'error')
}

/** Both posts of a pair that has one id. */
function filesOf({ file, related = [] }: Diagnostic): readonly string[] {
  return [file, ...related.map((other) => other.file)]
}

function idsToWrite(
  posts: readonly Post[],
  content: Content,
): { readonly ids: readonly IdToWrite[]; readonly refused: readonly Diagnostic[] } {
  const ids: IdToWrite[] = []
  const refused: Diagnostic[] = []
  const texts = new Map(content.essays.map(({ path, text }) => [path, text]))
  for (const { essay } of posts) {
    const before = texts.get(essay.source)
    if (essay.front.id !== undefined || before === undefined) continue
    const id = lastingId(essay, sha256)
    const after = withId(before, id)
    if (after === undefined) refused.push(noRoom(essay.source, id))
    else ids.push({ path: essay.source, id, before, after, undated: !essay.front.date })
  }
  return { ids: ids.sort((a, b) => (a.path < b.path ? -1 : 1)), refused }
}

function noRoom(file: SourcePath, id: string): Diagnostic {
  return diagnose('FD101', {
    message:
      'The post has no id, and the way its front matter is written leaves no safe place to add one.',
    file,
    hint: `id: ${id}`,
  })
}

function recordToWrite(
  record: PermalinkRecord,
  posts: readonly Post[],
  { permalinks }: Content,
): FreezePlan['record'] {
  const placed = posts.map(({ essay, route }) => ({
    id: lastingId(essay, sha256),
    source: essay.source,
    route,
  }))
  const next = withPosts(record, placed)
  const before = permalinks?.text
  if (before === undefined && next.posts.size === 0) return undefined
  return { before, after: printRecord(next), posts: next.posts.size }
}

function sourcesOf(content: Content): FreezePlan['sources'] {
  const texts = [...content.essays, content.settings ?? [], content.permalinks ?? []].flat()
  const byPath = new Map<string, string>(texts.map(({ path, text }) => [path, text]))
  return (path) => byPath.get(path)
}
