/** `package.json`: the site's Ibid, the same on every machine. */
export function packageJson(folderName: string, dependency: string): string {
  const name = folderName
    .toLowerCase()
    .replaceAll(/[^a-z0-9._-]+/g, '-')
    .replace(/^[._-]+|-+$/g, '')
  const data = {
    name:
      name === '' || name === 'ibid' || name === 'node_modules' ? 'my-blog' : name.slice(0, 200),
    private: true,
    type: 'module',
    scripts: { dev: 'ibid dev', build: 'ibid build', check: 'ibid check', preview: 'ibid preview' },
    dependencies: { ibid: dependency },
    engines: { node: '>=20.19' },
  }
  return `${JSON.stringify(data, undefined, 2)}\n`
}

export const gitIgnore = `node_modules/
# What Ibid makes: the site, and its own notes for the next build.
dist/
.ibid/
`

export const editorConfig = `root = true

[*]
charset = utf-8
end_of_line = lf
insert_final_newline = true
indent_style = space
indent_size = 2

[*.md]
# Two spaces at the end of a line mean something in Markdown.
trim_trailing_whitespace = false
`

/** Wires Ibid's JSON schemas, so that the editor knows the keys of the settings and of the front matter. */
export const vscodeSettings = `${JSON.stringify(
  {
    'yaml.schemas': {
      './node_modules/ibid/schema/site.json': ['content/site.yaml'],
      './node_modules/ibid/schema/post.json': ['content/posts/**/*.md', 'content/pages/**/*.md'],
    },
    'files.exclude': { '.ibid': true },
    '[markdown]': { 'files.trimTrailingWhitespace': false, 'editor.wordWrap': 'on' },
  },
  undefined,
  2,
)}\n`
