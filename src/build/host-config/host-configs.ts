import { outputPath } from '../../model/paths.ts'
import { type HeaderRule, headerRules } from '../host-headers.ts'
import { apacheHeaders } from './apache.ts'
import { caddyHeaders } from './caddy.ts'
import { nginxHeaders } from './nginx.ts'

/** Servers that read no `_headers`, and how the headers of a site are printed for each. */
export const hostConfigs = {
  nginx: (rules: readonly HeaderRule[], base: string): string => {
    const { maps, server } = nginxHeaders(rules, base)
    return `# beside the server block, in http { }\n${maps}\n# in server { }\n${server}`
  },
  caddy: caddyHeaders,
  apache: apacheHeaders,
} as const

/** The rules of a `_headers` file that Ibid wrote. */
export function rulesOfHeadersFile(text: string): readonly HeaderRule[] {
  return text
    .split(/\n(?=\/)/)
    .filter((block) => block !== '')
    .map((block) => {
      const [pattern = '', ...lines] = block.trimEnd().split('\n')
      const headers = lines.map((line): readonly [string, string] => {
        const colon = line.indexOf(': ')
        return [line.slice(0, colon).trim(), line.slice(colon + 2)]
      })
      return { pattern, headers }
    })
}

/** Files that stand for all that a site can have; one page of its own, `/about/`. */
const typicalPaths = [
  ...['index.html', '404.html', 'about/index.html', 'archive/index.html', 'feeds/index.html'],
  ...['page/2/index.html', 'posts/a/index.html', 'posts/a/picture.png', 'search/index.html'],
  ...['series/a/index.html', 'series/a/feed.xml', 'tags/index.html', 'tags/a/index.html'],
  ...['tags/a/feed.xml', 'feed.xml', 'atom.xml', 'feed.json', 'feeds/2024.xml', 'sitemap.xml'],
  ...['robots.txt', '.well-known/security.txt', 'assets/a.12345678.css'],
].map(outputPath)

/** The rules of a site with `https:`, a page `/about/`, a search page and no pictures from elsewhere. */
export const typicalRules: readonly HeaderRule[] = headerRules({
  settings: { url: 'https://example.org/', images: { remote: [] } },
  paths: typicalPaths,
  scripted: [outputPath('search/index.html')],
})

/** Writes the settings of each server into the manual, between `<!-- headers: nginx -->` and `<!-- end -->`. */
export function withHostConfigs(manual: string): string {
  return manual.replace(
    /(<!-- headers: (\w+) -->\n)[\s\S]*?(<!-- end -->)/g,
    (whole, open: string, host: string, end: string) => {
      const print = Object.entries(hostConfigs).find(([name]) => name === host)?.[1]
      return print ? `${open}\n\`\`\`${host}\n${print(typicalRules, '/')}\`\`\`\n\n${end}` : whole
    },
  )
}
