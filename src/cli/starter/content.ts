/** The first post of a new site: it shows how notes are written by having some. */
export function firstPost(id: string, day: string): string {
  return `---
id: ${id}
title: A first essay, with notes
date: ${day}
summary: How to write notes, pull quotes and key facts, shown by using them.
pullquote: A note is for the reader who wants to know one thing more.
tags: [writing]
---

An essay says one thing at a time. What belongs beside it goes into a note.* A note is for the
reader who wants to know one thing more; everyone else reads on.

Key facts:

- A star behind a word calls a note; the note stands below, after a star.
- Two stars call the second note**, and so on.
- Numbers, links and places on the page are Ibid's work, not yours.

## Other ways to write a note

Where a text has many notes, labels are easier to keep apart than stars.[^labels] And a short
remark can stand right in the line.^[Like this one. It is numbered with the others.]

The words above the essay, in large type, are its pull quote. They come from the front matter,
and Ibid makes sure that the essay really says them. A picture lies beside its essay and is shown
by \`![What it shows](picture.jpg)\`; sizes and formats are Ibid's work too.

## What to do now

Write in \`content/posts/\`, one file an essay; \`npx ibid new "A title"\` starts one. While
\`npx ibid dev\` runs, every save is on the screen at once. When all is well, \`npx ibid build\`
makes the site in \`dist/\`, ready for any host, and \`npx ibid preview\` shows it. On GitHub, a push
is enough: \`.github/workflows/site.yml\` builds the site and publishes it.

[^labels]: A label is a name that only you see. It may be called more than once, and its note may
    have several paragraphs, lists, code and notes of its own.

* Like this one. Notes with stars stand at the end of the essay, or at the end of a section.

** This is the second. A space behind the stars keeps them from being read as emphasis.
`
}

/** A page that stands outside the stream of posts. */
export function aboutPage(id: string): string {
  return `---
id: ${id}
title: About
summary: Who writes here, and why.
---

Say here who you are and what you write about. Pages in \`content/pages/\` are not dated and do not
appear in the feeds.
`
}
