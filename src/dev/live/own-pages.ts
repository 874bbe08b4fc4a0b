import type { Answer } from '../http/answer.ts'
import { type ClientFacts, clientAddress } from './inject-client.ts'
import { html, type Markup } from './markup.ts'
import { ownPath, type Problem, stylePath } from './protocol.ts'

/** Headers of everything that the dev server sends. */
export const devHeaders = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
} as const

const ownPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

/** A page of the dev server's own, with the client in it so that it follows each save. */
export function ownPage(title: string, facts: ClientFacts, content: Markup): Answer {
  const page = html`<!doctype html>
<html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="stylesheet" href="${stylePath}">
<script type="module" src="${clientAddress(facts)}"></script></head>
<body><main><h1>${title}</h1>
${content}</main></body></html>
`
  return {
    status: facts.status,
    headers: {
      ...devHeaders,
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': ownPolicy,
    },
    body: page.markup,
  }
}

/** Stands in the place of a page that cannot be shown. Sent with status 500. */
export function failurePage(
  subject: string,
  problems: readonly Problem[],
  facts: Omit<ClientFacts, 'status'>,
): Answer {
  return ownPage(
    `${subject} cannot be shown`,
    { ...facts, status: 500 },
    html`<p>Mend what is listed here and save: the page comes back by itself.</p>
${problemList(problems)}
<p><a href="${ownPath}">All problems, drafts and notes</a></p>`,
  )
}

/** For an address that the site does not have, where the theme has no page of its own for that. */
export function missingPage(path: string, facts: Omit<ClientFacts, 'status'>): Answer {
  return ownPage(
    'There is no such page',
    { ...facts, status: 404 },
    html`<p>Nothing of the site is at <code>${path}</code>. <a href="${ownPath}">Drafts, problems and notes</a></p>`,
  )
}

/** Findings as a list, each with its place and the lines it is about. */
export function problemList(problems: readonly Problem[]): Markup {
  const items = problems.map(
    (problem) => html`<li class="${problem.severity}">
<p><strong>${problem.severity}</strong> ${problem.name}${problem.place === '' ? '' : html` ${copyable(problem.place)}`}</p>
<p>${problem.message}</p>
${problem.frame === '' ? '' : html`<pre tabindex="0">${problem.frame}</pre>`}
${problem.hint === '' ? '' : html`<p class="hint">${problem.hint}</p>`}</li>
`,
  )
  return html`<ul class="problems">${items}</ul>`
}

/** A place in a file, with a button that copies it. */
export function copyable(place: string): Markup {
  return html`<code>${place}</code> <button type="button" data-copy="${place}" aria-label="Copy ${place}">Copy</button>`
}
