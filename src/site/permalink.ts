import type { Essay } from '../model/essay.ts'
import { type RoutePath, routePath } from '../model/paths.ts'

/**
 * The address of a post by the site's pattern.
 *
 * @param pattern `/posts/:slug/`, with `:year`, `:month`, `:day` and `:slug`
 * @throws RangeError where the pattern gives no address
 */
export function permalinkOf(essay: Essay, pattern: string): RoutePath {
  const [year = '', month = '', day = ''] = (essay.date?.day ?? '0000-00-00').split('-')
  const parts: Record<string, string> = { year, month, day, slug: essay.slug }
  return routePath(
    pattern.replace(/:(year|month|day|slug)/g, (_, name: string) => parts[name] ?? ''),
  )
}
