import { checkPermalinks, type KnownPost, type PermalinkFacts } from '../check/permalinks.ts'
import { lastingId } from '../feeds/identity.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { Essay } from '../model/essay.ts'
import { type PermalinkRecord, recordPath } from '../model/permalinks.ts'
import type { Site } from '../model/site.ts'
import { readRecord } from '../schema/permalink-record.ts'
import { heldBecause } from '../site/published.ts'
import type { Content } from './read-content.ts'
import { sha256 } from './sha256.ts'

/** What is compared with the record of permalinks. */
export interface SiteAndRecord {
  readonly content: Content
  readonly site: Site
  /** Every essay that could be read, published or not. */
  readonly essays: readonly Essay[]
  /** False where some could not be read. */
  readonly complete: boolean
  /** Milliseconds since 1970 that count as now. */
  readonly now: number
}

/** What has become of the addresses and ids in `content/permalinks.json`; nothing where there is no such file. */
export function permalinkFindings(inputs: SiteAndRecord): readonly Diagnostic[] {
  const { permalinks } = inputs.content
  if (!permalinks) return []
  const { record, diagnostics } = readRecord(recordPath, permalinks.text)
  return record ? checkPermalinks(permalinkFacts(record, inputs)) : diagnostics
}

/** A record and the site that it is about. */
export function permalinkFacts(
  record: PermalinkRecord,
  { content, site, essays, complete, now }: SiteAndRecord,
): PermalinkFacts {
  const routes = new Map(site.posts.map((post) => [post.essay.source, post.route]))
  const posts = essays
    .filter(({ kind }) => kind === 'post')
    .map(
      (essay): KnownPost => ({
        id: lastingId(essay, sha256),
        source: essay.source,
        route: routes.get(essay.source),
        held: heldBecause(essay, now),
        aliases: essay.front.aliases,
      }),
    )
  const files = [...content.publicPaths].map((path) =>
    path.slice('public'.length).replace(/\/index\.html$/, '/'),
  )
  const addresses = new Set<string>([...site.routes.map(({ path }) => path), ...files])
  return { record, posts, addresses, complete }
}
