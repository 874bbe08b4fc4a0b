import { outputPathOf, routePath } from '../model/paths.ts'
import { absoluteUrlOf, type OutputFile, type Site } from '../model/site.ts'

/** `/robots.txt`: everything may be read, and the sitemap is here (RFC 9309). */
export function robotsFile(site: Site): OutputFile {
  const sitemap = absoluteUrlOf(site, routePath('/sitemap.xml'))
  return {
    path: outputPathOf(routePath('/robots.txt')),
    body: `User-agent: *\nAllow: /\n\nSitemap: ${sitemap}\n`,
    stage: 'feed',
    origin: 'the rules for robots',
  }
}
