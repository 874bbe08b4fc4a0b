/** The commands, in the order in which an author meets them. */
export const commandNames = ['init', 'new', 'dev', 'build', 'check', 'preview'] as const

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
    more: 'Writes content/posts/<slug>.md with front matter and prints its path. The post is a draft\nuntil you remove the line that says so.',
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
    more: 'Nothing is written unless the whole site can be; a build that is stopped never leaves half a site.',
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
}
