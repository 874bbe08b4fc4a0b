import { aboutPage, firstPost } from './content.ts'
import { siteSettings } from './settings.ts'
import { editorConfig, gitIgnore, packageJson, vscodeSettings } from './surroundings.ts'
import { workflow } from './workflow.ts'

/** What differs from one new site to the next. */
export interface Starter {
  /** Name of the site's folder. */
  readonly name: string
  /** The dependency on Ibid, as `package.json` says it. */
  readonly dependency: string
  /** Calendar day of the first post. */
  readonly day: string
  readonly ids: { readonly post: string; readonly page: string }
}

/** The files of a new site by path. */
export function starterFiles({ name, dependency, day, ids }: Starter): ReadonlyMap<string, string> {
  return new Map([
    ['content/site.yaml', siteSettings],
    ['content/posts/a-first-essay.md', firstPost(ids.post, day)],
    ['content/pages/about.md', aboutPage(ids.page)],
    ['package.json', packageJson(name, dependency)],
    ['.gitignore', gitIgnore],
    ['.editorconfig', editorConfig],
    ['.vscode/settings.json', vscodeSettings],
    ['.github/workflows/site.yml', workflow],
  ])
}
