import { type RenderedFiles, rendered } from '../site-from.ts'

/** A site, rendered with one of the built-in themes, as `browse` opens it. */
export interface ThemeSite {
  readonly pages: ReadonlyMap<string, string | Uint8Array>
  readonly site: RenderedFiles
}

/**
 * Renders posts with a theme, by the whole pipeline.
 *
 * @param posts Markdown by slug
 */
export async function themeSite(
  theme: string,
  posts: Readonly<Record<string, string>>,
  more: Readonly<Record<string, string>> = {},
): Promise<ThemeSite> {
  const settings = ['title: The Example', 'url: https://example.org/', `theme: ${theme}`]
  const files = Object.entries(posts).map(([slug, text]) => [`content/posts/${slug}.md`, text])
  const site = await rendered({
    'content/site.yaml': `${settings.join('\n')}\nauthors: [A. Writer]\ndescription: Essays.\n`,
    ...Object.fromEntries(files),
    ...more,
  })
  const pages = new Map<string, string | Uint8Array>()
  for (const [path, { body }] of site.files)
    if (typeof body === 'string' || body instanceof Uint8Array)
      pages.set(`/${path.replace(/(?<=^|\/)index\.html$/, '')}`, body)
  return { pages, site }
}
