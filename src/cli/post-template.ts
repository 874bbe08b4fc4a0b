/** What a new post begins with. */
export interface NewPost {
  readonly id: string
  readonly title: string
  /** Calendar day, `2026-03-09`. */
  readonly day: string
}

/** The text of a new post: front matter, and a line on how notes are written. */
export function postTemplate({ id, title, day }: NewPost): string {
  return `---
id: ${id} # keeps the post's place in feeds when its title or address changes; never change it
title: ${quotedYaml(title)}
date: ${day}
draft: true # remove this line to publish
tags: []
# summary: One sentence for lists, feeds and search engines; without it the first lines are taken.
# Notes: put a star behind a word* and write the note below, after a star and a space:
# "* Like this." Or use ^[a note in the line], or a label [^name] with "[^name]: text" below.
---

`
}

/** A string as a double-quoted YAML scalar (YAML 1.2.2 § 7.3.1), on one line. */
export function quotedYaml(text: string): string {
  return JSON.stringify(text.toWellFormed()).replaceAll(
    /[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
