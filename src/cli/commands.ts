/** The commands, in the order in which an author meets them. */
export const commandNames = [
  'init',
  'new',
  'dev',
  'build',
  'check',
  'preview',
  'import',
  'sign',
  'verify',
  'freeze',
  'notes',
] as const

export type CommandName = (typeof commandNames)[number]

/** What a command is called with, and what it does, for `--help`. */
export interface CommandAbout {
  /** Words behind the command's name: `[dir]`. */
  readonly words: string
  /** How many such words there may be. */
  readonly least: number
  readonly most: number
  readonly does: string
  /** More, for the command's own help. */
  readonly more: string
  readonly example: string
}

const any = Number.POSITIVE_INFINITY

export const commands: Readonly<Record<CommandName, CommandAbout>> = {
  init: {
    words: '[dir]',
    least: 0,
    most: 1,
    does: 'make a new site',
    more: 'Makes settings, a first post that shows how notes are written, an about page, and a\nworkflow that checks and publishes the site on GitHub. Files that exist are never overwritten.',
    example: 'ibid init my-blog',
  },
  new: {
    words: '<title>',
    least: 1,
    most: any,
    does: 'start a post',
    more: 'Writes content/posts/<slug>.md with front matter and prints its path. The post is a draft\nuntil you remove the line that says so. A file that exists is never overwritten.',
    example: 'ibid new "On reading slowly"',
  },
  dev: {
    words: '',
    least: 0,
    most: 0,
    does: 'serve the site while you write, with live update',
    more: 'Drafts and scheduled posts are shown. Problems appear over the page and go when they are mended.',
    example: 'ibid dev --port 4000',
  },
  build: {
    words: '',
    least: 0,
    most: 0,
    does: 'make the site: content/ → dist/',
    more: 'Nothing is written unless the whole site can be; a build that is stopped never leaves half a site.\nWith IBID_QUICK_PARSER=off in the environment, satteri is not used even where it is installed; the site is the same.',
    example: 'ibid build --strict',
  },
  check: {
    words: '',
    least: 0,
    most: 0,
    does: 'say everything that is wrong, and write nothing',
    more: 'Exits with 1 where there are errors, or with --strict where there are warnings.',
    example: 'ibid check --format github',
  },
  preview: {
    words: '',
    least: 0,
    most: 0,
    does: 'serve dist/ as a good host would',
    more: 'Serves what was built, with its headers, redirects and 404 page, to this machine only.',
    example: 'ibid build && ibid preview',
  },
  import: {
    words: '<wordpress|jekyll|hugo> <path>',
    least: 2,
    most: 2,
    does: 'take over the posts and files of another blog',
    more: 'Writes posts to content/posts/, pages to content/pages/, pictures beside them and other files to\npublic/, and tells by file and line what could not be turned. A file that exists is never overwritten,\nso it can be run again; content/site.yaml is written only where there is none. Asks no other machine.\nThe path is the folder of a Jekyll or Hugo site, or the export file of a WordPress blog.',
    example: 'ibid import hugo ../old-blog',
  },
  freeze: {
    words: '',
    least: 0,
    most: 0,
    does: 'write down the ids and addresses of what is published',
    more: 'Adds an id to each published post that has none, and touches nothing else in the file. Records\nid and address of each published post in content/permalinks.json; from then on build and check\ntell you when one of them is lost.',
    example: 'ibid freeze',
  },
  notes: {
    words: '<file>',
    least: 1,
    most: 1,
    does: 'list the notes of a post, and where each is called',
    more: 'With --to-labels the stars and inline notes of the file are rewritten as [^label], and nothing\nelse is touched: the post stays the same, and any other Markdown program can read it.',
    example: 'ibid notes content/posts/on-locks.md --to-labels',
  },
  sign: {
    words: '',
    least: 0,
    most: 0,
    does: 'sign what was built',
    more: 'Checks every byte of dist/ against its list of files, then signs that list: dist/SHA256SUMS.minisig, in\nthe form of minisign. --new-key makes a key; where one is encrypted, its password is asked for, or\ntaken from IBID_KEY_PASSWORD. With --ssh-key it is ssh-keygen that signs: dist/SHA256SUMS.sig.',
    example: 'ibid build && ibid sign',
  },
  verify: {
    words: '[dir|url]',
    least: 0,
    most: 1,
    does: 'check every byte of a built or served site',
    more: 'Tells every file that was changed, is missing or was added, and ends with 1 where there is any. With\n--key or --ssh-key the signature of the list is checked too. dist/ where nothing is named; an address\nis asked with GET only, and followed to no other host.',
    example: 'ibid verify https://example.org/ --key RWQ…',
  },
}
