import type { Note } from '../../model/notes.ts'
import { routePath } from '../../model/paths.ts'
import { textOf } from '../../model/plain-text.ts'
import { hrefOf, type Page, type Post, type Site } from '../../model/site.ts'
import type { Answer } from '../http/answer.ts'
import type { ClientFacts } from './inject-client.ts'
import { html, type Markup } from './markup.ts'
import { copyable, ownPage, problemList } from './own-pages.ts'
import { placeText, problemsOf } from './problems.ts'
import type { View } from './view.ts'

/** More problems than this are counted, not listed. */
const mostProblems = 300
/** Posts whose notes are listed on the page; the others have theirs a click away. */
const mostEssays = 200

/**
 * The page at `/__ibid/`: what is not published yet, what is wrong, and every note.
 *
 * @param everything lists the notes of all posts, however many there are
 */
export function overviewPage(
  view: View,
  facts: Omit<ClientFacts, 'status'>,
  everything: boolean,
): Answer {
  return ownPage(
    'Drafts, problems and notes',
    { ...facts, status: 200 },
    html`${view.site ? html`<p><a href="${hrefOf(view.site, routePath('/'))}">Home page</a></p>` : ''}
<h2>Not published yet</h2>
${view.site ? heldPosts(view.site) : html`<p>There is no site to show.</p>`}
${problems(view)}
<h2>Notes</h2>
${view.site ? notesOf(view.site, everything) : ''}`,
  )
}

function heldPosts(site: Site): Markup {
  const held = site.posts.filter((post) => post.held !== undefined)
  if (held.length === 0) return html`<p>No drafts, and nothing is scheduled.</p>`
  const rows = held.map(
    (post) => html`<tr><td><a href="${hrefOf(site, post.route)}">${post.essay.title}</a></td>
<td>${standing(post)}</td><td>${copyable(`${post.essay.source}:1`)}</td></tr>
`,
  )
  return html`<table><thead><tr><th>Post</th><th>Why</th><th>File</th></tr></thead><tbody>${rows}</tbody></table>`
}

function standing(post: Post): string {
  const { front, date } = post.essay
  if (post.held === 'scheduled') return `due ${(front.publishAt ?? date)?.text ?? 'later'}`
  if (post.held === 'expired') return `expired ${front.expires?.text ?? ''}`.trim()
  return front.publishAt ? `draft, due ${front.publishAt.text}` : 'draft'
}

function problems(view: View): Markup {
  const found = problemsOf(view.findings, undefined, mostProblems)
  const count = view.findings.diagnostics.length + (view.findings.crash === undefined ? 0 : 1)
  const rest = count - found.length
  return html`<h2>Problems (${count})</h2>
${found.length === 0 ? html`<p>None.</p>` : problemList(found)}
${rest > 0 ? html`<p>And ${rest} more: <code>ibid check</code> lists them all.</p>` : ''}`
}

function notesOf(site: Site, everything: boolean): Markup {
  const essays = [...site.posts, ...site.pages].filter(({ essay }) => essay.notes.length > 0)
  if (essays.length === 0) return html`<p>No post has a note.</p>`
  const shown = everything ? essays : essays.slice(0, mostEssays)
  const rest = essays.length - shown.length
  return html`${shown.map((one) => essayNotes(one))}
${rest > 0 ? html`<p><a href="?all">The notes of ${rest} more</a></p>` : ''}`
}

function essayNotes({ essay }: Post | Page): Markup {
  const rows = essay.notes.map(
    (note) => html`<tr><td>${note.number}</td><td>${opening(note)}</td>
<td>${copyable(placeText({ file: note.file ?? essay.source, place: note.place }))}</td>
<td>${note.references.map((call) => html`<div>${copyable(placeText({ file: essay.source, place: call.place }))}</div>`)}</td></tr>
`,
  )
  return html`<details id="notes-${essay.source}"><summary>${essay.title} (${essay.notes.length})</summary>
<table><thead><tr><th>No.</th><th>Note</th><th>Written at</th><th>Called at</th></tr></thead><tbody>${rows}</tbody></table></details>
`
}

/** The first words of a note. */
function opening(note: Note): string {
  const text = textOf(note.content)
  return text.length > 90 ? `${text.slice(0, 90).replace(/[\ud800-\udbff]$/, '')}…` : text
}
