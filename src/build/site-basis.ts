import { securityTextTurns } from '../check/security-text.ts'
import type { Essay } from '../model/essay.ts'
import type { Settings } from '../model/settings.ts'
import { publishWindow } from './cache/publish-window.ts'
import type { Content } from './read-content.ts'
import type { SiteBasis } from './rendered-site.ts'

/**
 * What a site was made from, and until when it stays as it is.
 *
 * @param now milliseconds since 1970
 */
export function siteBasis(
  content: Content,
  essays: readonly Essay[],
  {
    now,
    security,
    held,
  }: {
    readonly now: number
    readonly security: Settings['security']
    readonly held: SiteBasis['held']
  },
): SiteBasis {
  const { listed, essays: posts, notes, settings, permalinks } = content
  const texts = [...posts, ...notes, settings ?? [], permalinks ?? []].flat()
  return {
    listed,
    digests: new Map(texts.map(({ path, digest }) => [path, digest])),
    undated: essays.flatMap(({ kind, date, source }) => (kind === 'post' && !date ? [source] : [])),
    window: publishWindow(essays, now, securityTextTurns(security)),
    held,
  }
}
