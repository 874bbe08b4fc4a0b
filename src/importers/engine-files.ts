/** Files of the root that Ibid writes itself, so that a site cannot have its own in `public/`. */
const ownFiles = new Set([
  '404.html',
  '_headers',
  '_redirects',
  'atom.xml',
  'feed.json',
  'feed.xml',
  'index.html',
  'robots.txt',
  'sha256sums',
  'site-manifest.json',
  'sitemap.xml',
])

/** True where a path of a site, without a slash before it, is one that Ibid writes itself. */
export function isEngineFile(path: string): boolean {
  return ownFiles.has(path.toLowerCase())
}
