import type { PhrasingContent, Root } from 'mdast'
import type { Position } from 'unist'
import { type Diagnostic, diagnose } from '../model/diagnostic.ts'
import type { Essay, Source } from '../model/essay.ts'
import type { FrontMatter } from '../model/front-matter.ts'
import type { Note } from '../model/notes.ts'
import { textOf } from '../model/plain-text.ts'
import { readableName } from '../model/readable-name.ts'
import type { EssaySettings } from '../model/settings.ts'
import { slugify } from '../model/slug.ts'
import { findComponents, settleColons, termMarker } from '../semantics/components/index.ts'
import { excerptOf, shorten } from '../semantics/excerpt.ts'
import { unclosedFormulas } from '../semantics/formulas.ts'
import { assignHeadingIds, liftTitle, lowerNoteHeadings } from '../semantics/headings.ts'
import { collectLinks } from '../semantics/links.ts'
import { resolveDefinitions } from '../semantics/resolve-definitions.ts'
import { countWords } from '../semantics/words.ts'
import { componentsInNotes } from './components-in-notes.ts'
import { noteKey } from './key.ts'

/** A body whose notes are resolved. */
export interface Annotated {
  readonly body: Root
  readonly notes: readonly Note[]
}

/**
 * The meaning of one body: title, headings, components, links, summary. The order below is the meaning;
 * each step says why it stands where it does. Owns the trees that it is given.
 */
export function understand(
  source: Source,
  front: FrontMatter,
  annotated: Annotated,
  settings: EssaySettings,
): Essay {
  const blocks = annotated.notes.map((note) => note.content)
  // Before anything moves: a reference link must not lose its definition.
  resolveDefinitions({ body: annotated.body, notes: blocks })
  // Before words are taken for ids: a colon in a heading is mostly just a colon.
  const settled = settleColons(annotated.body, source)
  // Before ids are given: the title is no heading of the body.
  const lifted = front.title === undefined ? liftTitle(settled.tree) : undefined
  const outline = assignHeadingIds(settled.tree)
  for (const note of blocks) lowerNoteHeadings(note)
  // After ids are given: key facts stand one level below the heading above, under an id of their own.
  const components = findComponents(settled.tree, source, {
    automaticKeyFacts: settings.keyFacts.automatic,
    notesText: textOf(blocks.flat()),
  })
  const body = components.tree
  // After the body: what stands in a note gives way to ids of the body.
  const inNotes = componentsInNotes(annotated.notes, source, body, outline)
  // Of the author's own links only: those to identifiers are the engine's.
  const links = collectLinks(body, inNotes.notes, source.path, settings.html)
  // Last: terms part the words that all other passes read.
  const { body: marked, notes } = withTerms(body, inNotes.notes, settings)
  const title = titleOf(source, front, lifted)
  return {
    source: source.path,
    kind: kindOf(source.path),
    front,
    key: noteKey(front.id ?? source.path),
    title: title.text,
    titleContent: lifted,
    slug: front.slug ?? slugify(fileName(source.path)),
    date: front.date,
    lang: front.lang ?? settings.lang,
    body: marked,
    notes,
    standfirst: front.pullquote,
    outline,
    summary: shorten(front.summary ?? (excerptOf(body) || title.text)),
    words: {
      body: countWords(textOf(body)),
      notes: countWords(textOf(notes.flatMap((note) => note.content))),
    },
    links,
    diagnostics: [
      ...title.diagnostics,
      ...undated(source, front),
      ...settled.diagnostics,
      ...components.diagnostics,
      ...inNotes.diagnostics,
      ...formulaFindings(source, front, settings, { body, notes }),
    ],
  }
}

/** Explains short forms and links identifiers, the body's before those of the notes. */
function withTerms(body: Root, notes: readonly Note[], settings: EssaySettings): Annotated {
  const mark = termMarker(settings)
  if (!mark) return { body, notes }
  return {
    body: { ...body, children: mark(body.children) },
    notes: notes.map((note) => ({ ...note, content: mark(note.content) })),
  }
}

function formulaFindings(
  source: Source,
  front: FrontMatter,
  settings: EssaySettings,
  { body, notes }: Annotated,
): readonly Diagnostic[] {
  if (!(front.math ?? settings.math)) return []
  const own = notes.filter((note) => note.file === undefined).flatMap((note) => note.content)
  return unclosedFormulas([body, ...own], source)
}

/** The title of an essay whose front matter has none, and the warning that says so. */
function titleOf(
  source: Source,
  front: FrontMatter,
  lifted: readonly PhrasingContent[] | undefined,
): { text: string; diagnostics: readonly Diagnostic[] } {
  if (front.title !== undefined) return { text: front.title, diagnostics: [] }
  const heading = lifted && textOf(lifted)
  const text = heading || readableName(fileName(source.path))
  return {
    text,
    diagnostics: [
      diagnose('FM103', {
        message: `There is no title, so ${heading ? 'the first heading' : 'the name of the file'} is taken for it.`,
        file: source.path,
        place: start,
        hint: `title: ${JSON.stringify(text)}`,
      }),
    ],
  }
}

function undated(source: Source, front: FrontMatter): readonly Diagnostic[] {
  if (front.date || kindOf(source.path) === 'page') return []
  return [
    diagnose('FM104', {
      message:
        'There is no date, so the day of the file’s first commit, or of its last change, is taken for it.',
      file: source.path,
      place: start,
      hint: 'date: 2026-01-31',
    }),
  ]
}

function kindOf(path: string): 'post' | 'page' {
  return path.startsWith('content/pages/') ? 'page' : 'post'
}

const start: Position = {
  start: { line: 1, column: 1, offset: 0 },
  end: { line: 1, column: 1, offset: 0 },
}

/** `content/posts/key.md` → `key`; `content/posts/key/index.md` → `key`. */
function fileName(path: string): string {
  return /([^/]+?)(?:\/index)?\.md$/i.exec(path)?.[1] ?? path
}
