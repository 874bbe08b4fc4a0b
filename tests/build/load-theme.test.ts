import assert from 'node:assert/strict'
import {
  cp,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { after, test } from 'node:test'
import { toHtml } from 'hast-util-to-html'
import { engineModules } from '../../src/build/engine-modules.ts'
import { loadTheme } from '../../src/build/load-theme.ts'
import type { Diagnostic } from '../../src/model/diagnostic.ts'
import { renderPage } from '../../src/theme/render.ts'
import { ThemeFailure } from '../../src/theme/theme-failure.ts'
import { exampleSite, trees } from '../themes/example-site.ts'

const packageFolder = resolve(import.meta.dirname, '..', '..')
const made: string[] = []
after(() => Promise.all(made.map((folder) => rm(folder, { recursive: true, force: true }))))

/** A site's folder with these files in it. */
async function siteWith(files: Readonly<Record<string, string>>): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'ibid-theme-'))
  made.push(root)
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true })
    await writeFile(join(root, path), text)
  }
  return root
}

const load = (root: string, name = 'mine') =>
  loadTheme({ root, name, packageFolder, cacheFolder: join(root, '.ibid') })

/** `code file:line:column`, for short. */
const brief = ({ code, file, place }: Diagnostic): string =>
  `${code} ${file}${place ? `:${place.start.line}:${place.start.column}` : ''}`

/** A theme like `plain` but for the archive, which holds what the test wants. */
const mine = (archive: string, head = ''): Readonly<Record<string, string>> => ({
  'themes/mine/theme.ts': `import { extendTheme } from 'ibid/theme'
import plain from 'ibid/themes/plain/theme.ts'
import { ArchivePage } from './archive.tsx'
import './mine.css'

export default extendTheme(plain, { name: 'mine', layouts: { archive: ArchivePage } })
`,
  'themes/mine/mine.css': 'p {\n  color: #ff0000;\n}\n',
  'themes/mine/archive.tsx': `import type { PageProps } from 'ibid/theme'
${head}
export const ArchivePage = ({ title, href }: PageProps) => (
  ${archive}
)
`,
})

test('a site’s own theme extends a built-in one, with its own styles and pictures', async () => {
  const root = await siteWith({
    ...mine('<p><img src={href(leaf)} alt="" />{title}</p>', "import leaf from './leaf.svg'"),
    'themes/mine/leaf.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
    'themes/mine/mine.css': 'p {\n  background: url(./leaf.svg);\n}\n',
  })
  const { theme: loaded, diagnostics, files } = await load(root)
  assert.deepEqual(diagnostics, [])
  assert.ok(loaded)
  assert.equal(loaded.theme.name, 'mine')
  assert.ok(files.includes(join(root, 'themes/mine/archive.tsx')))
  assert.ok(files.includes(join(packageFolder, 'themes/plain/plain.css')))
  const paths = loaded.assets.map(({ path }) => path).sort()
  assert.equal(paths.length, 2)
  assert.match(paths[0] ?? '', /^assets\/leaf\.[0-9a-f]{8}\.svg$/)
  assert.match(paths[1] ?? '', /^assets\/mine\.[0-9a-f]{8}\.css$/)
  assert.deepEqual(loaded.styles, [paths[1]])
  const style = Buffer.from(
    loaded.assets.find(({ path }) => path.endsWith('.css'))?.bytes ?? [],
  ).toString()
  assert.match(style, /url\(["']?\.?\/?leaf\.[0-9a-f]{8}\.svg["']?\)/)
  assert.doesNotMatch(style, /vite/)

  const site = exampleSite({}, '/blog/')
  const route = site.routes.find(({ kind }) => kind === 'archive')
  assert.ok(route)
  const html = toHtml(
    renderPage(route, site, loaded.theme, { styles: loaded.styles, trees: () => trees }),
  )
  assert.ok(html.endsWith(`<body><p><img src="/blog/${paths[0]}" alt="">Archive</p></body></html>`))
})

test('a compiled theme is used again until something it is made from changes', async () => {
  const root = await siteWith(mine('<p>one</p>'))
  const first = await load(root)
  const folder = join(root, '.ibid', 'themes')
  const [kept] = await readdir(folder)
  assert.match(kept ?? '', /^mine-[0-9a-f]{16}$/)
  const written = (await stat(join(folder, kept ?? '', 'theme.js'))).mtimeMs
  const again = await load(root)
  assert.equal((await stat(join(folder, kept ?? '', 'theme.js'))).mtimeMs, written)
  assert.equal(again.theme?.fingerprint, first.theme?.fingerprint)

  const archive = join(root, 'themes/mine/archive.tsx')
  await writeFile(archive, (await readFile(archive, 'utf8')).replace('one', 'two'))
  const changed = await load(root)
  assert.notEqual(changed.theme?.fingerprint, first.theme?.fingerprint)
  assert.equal(
    toHtml(changed.theme?.theme.layouts.archive({ href: String } as never) as never),
    '<p>two</p>',
  )
  assert.equal((await readdir(folder)).length, 1)
})

test('a compiled theme that came with the site’s folder is not run', async () => {
  const root = await siteWith(mine('<p>one</p>'))
  await load(root)
  const [kept = ''] = await readdir(join(root, '.ibid', 'themes'))
  const copy = await siteWith(mine('<p>one</p>'))
  await cp(join(root, '.ibid'), join(copy, '.ibid'), { recursive: true })
  const planted = join(copy, '.ibid', 'themes', kept, 'theme.js')
  await writeFile(planted, 'globalThis.planted = true\nexport default {}\n')
  const { theme, diagnostics } = await load(copy)
  assert.deepEqual(diagnostics, [])
  assert.equal('planted' in globalThis, false)
  assert.equal(toHtml(theme?.theme.layouts.archive({} as never) as never), '<p>one</p>')
})

test('builds that run at the same time share a theme', async () => {
  const root = await siteWith(mine('<p>one</p>'))
  const loads = await Promise.all([load(root), load(root), load(root), load(root)])
  assert.deepEqual(
    loads.map(({ theme, diagnostics }) => [theme?.fingerprint, diagnostics]),
    loads.map(() => [loads[0]?.theme?.fingerprint, []]),
  )
  assert.equal((await readdir(join(root, '.ibid', 'themes'))).length, 1)
})

test('a change outside the theme’s folder is seen too', async () => {
  const root = await siteWith({
    ...mine('<p>{words}</p>', "import { words } from '../../words.ts'"),
    'words.ts': "export const words = 'one'\n",
  })
  const first = await load(root)
  await writeFile(join(root, 'words.ts'), "export const words = 'two'\n")
  const second = await load(root)
  assert.notEqual(second.theme?.fingerprint, first.theme?.fingerprint)
  assert.equal(toHtml(second.theme?.theme.layouts.archive({} as never) as never), '<p>two</p>')
})

test('the same theme in another folder compiles to the same bytes', async () => {
  const roots = [await siteWith(mine('<p>one</p>')), await siteWith(mine('<p>one</p>'))]
  const bytes = await Promise.all(
    roots.map(async (root) => {
      const { theme } = await load(root)
      assert.ok(theme)
      const folder = join(
        root,
        '.ibid',
        'themes',
        (await readdir(join(root, '.ibid', 'themes')))[0] ?? '',
      )
      const code = await readFile(join(folder, 'theme.js'), 'utf8')
      assert.ok(!code.includes(root))
      return [theme.styles, code.match(/fileName|"themes\/mine\/archive\.tsx"/g)?.length]
    }),
  )
  assert.deepEqual(bytes[0], bytes[1])
})

for (const name of ['plian', 'Plain', 'common', '../plain', '../../etc', '', '.', 'plain/'])
  test(`there is no theme “${name}”`, async () => {
    const { theme, diagnostics } = await load(await siteWith(mine('<p/>')), name)
    assert.equal(theme, undefined)
    assert.deepEqual(diagnostics.map(brief), ['TH101 '])
    assert.match(diagnostics[0]?.hint ?? '', /Themes: bulletin, marginalia, mine, plain/)
  })

test('a name that is nearly right is offered', async () => {
  const { diagnostics } = await load(await siteWith({}), 'plian')
  assert.match(diagnostics[0]?.hint ?? '', /Did you mean “plain”\?/)
})

for (const [what, changes, expected, message] of [
  [
    'broken TSX',
    { 'themes/mine/archive.tsx': 'export const ArchivePage = () => (\n  <p>\n)\n' },
    /^TH102 themes\/mine\/archive\.tsx:\d:\d/,
    /cannot be compiled/,
  ],
  [
    'a missing file',
    mine('<p/>', "import { x } from './nope.tsx'\nexport const y = x"),
    /^TH103 themes\/mine\/archive\.tsx:2:20$/,
    /\.\/nope\.tsx is imported, but there is no such file/,
  ],
  [
    'a missing package',
    mine('<p/>', "import { x } from 'no-such-package'\nexport const y = x"),
    /^TH103 themes\/mine\/archive\.tsx:2:20$/,
    /no-such-package is imported/,
  ],
  [
    'a name that is not exported',
    mine('<p/>', "import { nope } from 'ibid/theme'\nexport const y = nope"),
    /^TH103 themes\/mine\/archive\.tsx:\d/,
    /nope is imported, but ibid\/src\/theme\/public\.ts does not export it/,
  ],
  [
    'a module of the machine',
    mine('<p/>', "import { readFileSync } from 'node:fs'\nexport const y = readFileSync"),
    /^TH103 themes\/mine\/archive\.tsx:2/,
    /no access to the machine/,
  ],
  [
    'broken CSS',
    { 'themes/mine/mine.css': 'p {\n  color red;\n}\n' },
    /^TH104 themes\/mine\/mine\.css:2:\d+$/,
    /cannot be compiled/,
  ],
  [
    'broken CSS of a style sheet that is imported by another',
    {
      'themes/mine/mine.css': '@import "./more.css";\n',
      'themes/mine/more.css': 'p {\n  color red;\n}\n',
    },
    /^TH104 themes\/mine\/more\.css:2:\d+$/,
    /cannot be compiled/,
  ],
  [
    'a missing style sheet',
    { 'themes/mine/mine.css': 'p{}\n@import "./nope.css";\n' },
    /^TH10[34] themes\/mine\/mine\.css/,
    /./,
  ],
  [
    'a missing picture',
    { 'themes/mine/mine.css': 'p {\n  background: url(./nope.png);\n}\n' },
    /^TH103 themes\/mine\/mine\.css:2:19$/,
    /\.\/nope\.png is imported/,
  ],
  [
    'a theme without a default export',
    { 'themes/mine/theme.ts': 'export const theme = 1\n' },
    /^TH105 themes\/mine$/,
    /is no theme/,
  ],
  [
    'a theme that lacks layouts',
    { 'themes/mine/theme.ts': "export default { name: 'mine', layouts: { home: () => null } }\n" },
    /^TH105 themes\/mine$/,
    /lacks the layouts post, page, tags/,
  ],
  [
    'a theme that throws while it is loaded',
    { 'themes/mine/theme.ts': 'const none: never[] = []\n\nnone[0].x()\nexport default {}\n' },
    /^TH107 themes\/mine\/theme\.ts:3:\d+$/,
    /could not be loaded. It threw TypeError/,
  ],
] as const)
  test(`${what} is reported where it stands`, async () => {
    const { theme, diagnostics, files } = await load(
      await siteWith({ ...mine('<p/>'), ...changes }),
    )
    assert.equal(theme, undefined)
    assert.equal(diagnostics.length, 1, JSON.stringify(diagnostics))
    const [found] = diagnostics
    assert.ok(found)
    assert.match(brief(found), expected)
    assert.match(found.message, message)
    assert.doesNotMatch(found.message, /\u001b|\n| at .*:\d+:\d+/)
    assert.ok(
      files.some((file) => file.endsWith('themes/mine/theme.ts')),
      'sources are watched all the same',
    )
  })

test('a folder without a theme in it says what to add', async () => {
  const { diagnostics } = await load(await siteWith({ 'themes/mine/notes.txt': '' }))
  assert.deepEqual(diagnostics.map(brief), ['TH105 themes/mine'])
  assert.match(diagnostics[0]?.hint ?? '', /themes\/mine\/theme\.ts/)
})

test('an error while a page is drawn leads to its line in the TSX', async () => {
  const root = await siteWith(
    mine('<p>{first(undefined)}</p>', 'const first = (list: any) =>\n  list.first'),
  )
  const { theme } = await load(root)
  assert.ok(theme)
  const site = exampleSite()
  const route = site.routes.find(({ kind }) => kind === 'archive')
  assert.ok(route)
  try {
    renderPage(route, site, theme.theme, { styles: [], trees: () => trees, locate: theme.locate })
    assert.fail('Nothing was thrown.')
  } catch (error) {
    assert.ok(error instanceof ThemeFailure)
    assert.match(brief(error.diagnostic), /^TH107 themes\/mine\/archive\.tsx:3:\d+$/)
    assert.match(error.diagnostic.message, /could not draw \/archive\/\. It threw TypeError/)
  }
})

test('an unknown component leads to its line in the TSX', async () => {
  const root = await siteWith(mine('<Missing />', 'const Missing: any = undefined'))
  const { theme } = await load(root)
  assert.ok(theme)
  const site = exampleSite()
  const route = site.routes.find(({ kind }) => kind === 'archive')
  assert.ok(route)
  assert.throws(
    () =>
      renderPage(route, site, theme.theme, {
        styles: [],
        trees: () => trees,
        locate: theme.locate,
      }),
    (error) =>
      error instanceof ThemeFailure &&
      brief(error.diagnostic) === 'TH106 themes/mine/archive.tsx:4:3',
  )
})

test('a site’s configuration for other tools does not change a theme', async () => {
  const root = await siteWith({
    ...mine('<p>one</p>'),
    'tsconfig.json': '{"compilerOptions":{"jsx":"react","jsxImportSource":"react"}}',
    'postcss.config.js': 'throw new Error("read")',
    'vite.config.js': 'throw new Error("read")',
    'package.json': '{"type":"commonjs"}',
  })
  assert.deepEqual((await load(root)).diagnostics, [])
})

test('a site that is reached through a link is named as the author knows it', async () => {
  const root = await siteWith(mine('<p/>', "import { x } from './nope.tsx'\nexport const y = x"))
  const other = await siteWith({})
  await symlink(root, join(other, 'link'))
  const { diagnostics } = await load(join(other, 'link'))
  assert.deepEqual(diagnostics.map(brief), ['TH103 themes/mine/archive.tsx:2:20'])
})

test('an installed engine uses its compiled themes as they are', async () => {
  const root = await siteWith(mine('<p>one</p>'))
  await load(root)
  const folder = join(root, '.ibid', 'themes')
  const [kept = ''] = await readdir(folder)
  const installed = await siteWith({
    'package.json': JSON.stringify({
      version: '1.2.3',
      exports: {
        './theme': { source: './src/theme/public.ts', default: './lib/theme.js' },
        './jsx-runtime': './lib/jsx-runtime.js',
        './jsx-dev-runtime': { default: './lib/jsx-dev-runtime.js' },
      },
    }),
  })
  await mkdir(join(installed, 'lib', 'themes'), { recursive: true })
  await cp(join(folder, kept), join(installed, 'lib', 'themes', 'mine'), { recursive: true })
  const engine = await engineModules(installed, 'file:///x/lib/build/load-theme.js')
  assert.equal(engine.theme, join(installed, 'lib/theme.js'))
  const site = await siteWith({})
  const request = {
    root: site,
    name: 'mine',
    packageFolder: installed,
    cacheFolder: join(site, '.ibid'),
    engine,
  }
  const { theme, diagnostics } = await loadTheme(request)
  assert.deepEqual(diagnostics, [])
  assert.equal(theme?.theme.name, 'mine')
  assert.deepEqual(await readdir(site), [], 'nothing was compiled')
  const unknown = await loadTheme({ ...request, name: 'mein' })
  assert.match(unknown.diagnostics[0]?.hint ?? '', /Themes: mine\./)

  await rm(join(installed, 'lib', 'themes'), { recursive: true })
  assert.deepEqual((await loadTheme(request)).diagnostics.map(brief), ['TH111 '])
})
