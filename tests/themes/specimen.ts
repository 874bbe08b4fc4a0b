import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Element, Root } from 'hast'
import { raw } from 'hast-util-raw'
import { toHtml } from 'hast-util-to-html'
import { type LoadedTheme, loadTheme } from '../../src/build/load-theme.ts'
import { hrefOf, type Post, type Route, type Site } from '../../src/model/site.ts'
import type { EssayTrees } from '../../src/theme/contract.ts'
import { renderPage } from '../../src/theme/render.ts'
import { exampleSite, outline, post } from './example-site.ts'

/** Markup as a tree. */
function treeOf(html: string): Root {
  const tree = raw({ type: 'root', children: [{ type: 'raw', value: html }] } as never)
  return tree.type === 'root' ? tree : { type: 'root', children: [tree as Element] }
}

/** An essay with one of everything that an essay can hold, as the engine prints it. */
export async function specimenTrees(root: string): Promise<EssayTrees> {
  const data = join(root, 'tests', 'data')
  const body = treeOf(await readFile(join(data, 'specimen-body.html'), 'utf8'))
  const notes = treeOf(await readFile(join(data, 'specimen-notes.html'), 'utf8'))
  return { body, notes: notes.children.find((node) => node.type === 'element') }
}

/** The example site, and two posts more: one in Arabic, one that is a draft and retracted. */
export function specimenSite(base = '/'): Site {
  const site = exampleSite({}, base)
  const [newest] = site.posts
  if (newest === undefined) throw new Error('The example has no posts.')
  const front = newest.essay.front
  const more: readonly Post[] = [
    post('rtl', {
      lang: 'ar',
      title: 'عن الأقفال والوعود',
      standfirst: 'القفل وعد يقطعه غريب لمن لن يلتقيه أبدا.',
      outline,
      front,
    }),
    post(
      'retracted',
      {
        front: {
          ...front,
          subtitle: 'A second line that says what the first one left out',
          status: { kind: 'superseded', by: 'patching' },
          guest: true,
          authors: [{ name: 'Ada', url: 'https://example.org/ada' }, { name: 'Grace' }],
          advisory: {
            cve: ['CVE-2017-13077', 'CVE-2017-13078'],
            severity: 'High',
            affected: ['hostapd before 2.7'],
            fixed: ['hostapd 2.7'],
          },
        },
      },
      { held: 'draft' },
    ),
  ]
  const routes = more.map((each): Route => ({ kind: 'post', path: each.route, post: each }))
  return { ...site, posts: [...site.posts, ...more], routes: [...site.routes, ...routes] }
}

/** Compiles a theme, or says why it cannot be. */
export async function themeForTests(root: string, name: string): Promise<LoadedTheme> {
  const cacheFolder = join(root, 'tests', '.output')
  const load = await loadTheme({
    root: join(cacheFolder, 'no-site'),
    name,
    packageFolder: root,
    cacheFolder,
  })
  if (load.theme === undefined)
    throw new Error(load.diagnostics.map((each) => each.message).join('\n'))
  return load.theme
}

/** Every page and every file of the specimen's site by its path in an address. */
export async function specimenPages(
  root: string,
  name: string,
): Promise<ReadonlyMap<string, string | Uint8Array>> {
  const { theme, styles, assets } = await themeForTests(root, name)
  const site = specimenSite()
  const specimen = await specimenTrees(root)
  const files = new Map<string, string | Uint8Array>()
  for (const asset of assets) files.set(`/${asset.path}`, asset.bytes)
  for (const route of site.routes)
    files.set(
      decodeURI(hrefOf(site, route.path)),
      toHtml(renderPage(route, site, theme, { styles, trees: () => specimen })),
    )
  return files
}
