/** What a new post begins with. */
export interface NewPost {
  readonly id: string
  readonly title: string
  /** Calendar day, `2026-03-09`. */
  readonly day: string
  readonly series?: { readonly id: string; readonly part: number } | undefined
}

/** The text of a new post: front matter, with lines on how notes, pictures and a pull quote are written. */
export function postTemplate({ id, title, day, series }: NewPost): string {
  return `---
id: ${id} # keeps the post's place in feeds when its title or address changes; never change it
title: ${quotedYaml(title)}
date: ${day}
draft: true # remove this line to publish
tags: []${series ? `\nseries: { id: ${quotedYaml(series.id)}, part: ${series.part} }` : ''}
# summary: One sentence for lists, feeds and search engines; without it the first lines are taken.
# Notes: put a star behind a word* and write the note below, after a star and a space:
# "* Like this." Or use ^[a note in the line], or a label [^name] with "[^name]: text" below.
# Picture: put it beside this file and write ![What it shows](picture.jpg) into the text.
# pullquote: Words of the essay that stand above it in large type.
---

`
}

/** What a template of an author's may hold: `{{title}}`, `{{id}}`, `{{date}}`, `{{series}}`, `{{part}}`. */
const placeholder = /\{\{\s*([a-z]+)\s*\}\}/gi

/**
 * A new post by a template of an author's. Values stand as they are within the text; in the front matter, up to the
 * second `---`, texts are quoted for YAML unless the template itself has quotes around them.
 *
 * @throws RangeError that names a placeholder which does not exist
 */
export function filledTemplate(template: string, { id, title, day, series }: NewPost): string {
  const values: Readonly<Record<string, string | undefined>> = {
    id,
    title,
    date: day,
    series: series?.id ?? '',
    part: series ? String(series.part) : '',
  }
  const [, front = ''] =
    /^(\ufeff?---[ \t]*\r?\n[\s\S]*?\n---[ \t]*)(?:\r?\n|$)/.exec(template) ?? []
  return template.replace(placeholder, (typed: string, name: string, at: number) => {
    const value = Object.hasOwn(values, name.toLowerCase()) ? values[name.toLowerCase()] : undefined
    if (value === undefined) throw new RangeError(`${typed} means nothing in a template`)
    if (at >= front.length) return value
    const quote = openQuote(template.slice(template.lastIndexOf('\n', at) + 1, at))
    const quoted = quotedYaml(value)
    if (quote === '"') return quoted.slice(1, -1)
    if (quote === "'") return value.replaceAll("'", "''")
    return name.toLowerCase() === 'title' || name.toLowerCase() === 'series' ? quoted : value
  })
}

/** The quote of YAML that is open at the end of the start of a line; a quote within a plain word is none. */
function openQuote(start: string): string | undefined {
  let open: string | undefined
  for (const [at, character] of [...start].entries()) {
    if (open === undefined) {
      if (/["']/.test(character) && /(?:^|[\s:[{,-])$/.test(start.slice(0, at))) open = character
    } else if (character === open && start[at - 1] !== '\\') open = undefined
  }
  return open
}

/** A string as a double-quoted YAML scalar (YAML 1.2.2 § 7.3.1), on one line. */
export function quotedYaml(text: string): string {
  return JSON.stringify(text.toWellFormed()).replaceAll(
    /[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
