import type { Document } from 'yaml'
import type { Diagnostic } from '../model/diagnostic.ts'
import { findControls } from './decode/characters.ts'
import { type Fenced, findFence } from './front-matter/fence.ts'
import { throughGrayMatter } from './front-matter/gray-matter.ts'
import type { BodyStart } from './positions.ts'
import { emptyData, type PlainData } from './yaml/plain-data.ts'
import { readYaml, tooLong } from './yaml/read-yaml.ts'

/** A post, cut into its front matter and where its text begins. */
export interface FrontMatterSplit {
  /** The text between the fences; absent where there is no front matter. */
  readonly yaml?: Fenced['yaml'] | undefined
  /** Where the text of the post begins. */
  readonly bodyStart: BodyStart
  /** What the YAML says, unchecked: objects without a prototype. Empty where there is none. */
  readonly data: PlainData
  /** The YAML with the place of each value in `yaml.text`; absent where there is none that can be read. */
  readonly document: Document | undefined
  readonly diagnostics: readonly Diagnostic[]
  /** True where the post cannot be rendered: it cannot be told what its front matter says. */
  readonly fatal: boolean
}

const start: BodyStart = { line: 1, column: 1, offset: 0 }

/**
 * Finds and reads the YAML front matter of a post. Nothing in it is ever run, and the same text always
 * gives the same result. Never throws.
 *
 * @param file relative to the site's root
 * @param text without a byte order mark
 */
export function splitFrontMatter(file: string, text: string): FrontMatterSplit {
  const found = findFence(file, text)
  const nothing = { bodyStart: start, data: emptyData(), document: undefined }
  if (found.kind === 'none') return { ...nothing, diagnostics: [], fatal: false }
  if (found.kind === 'refused') return { ...nothing, diagnostics: [found.finding], fatal: true }
  const { yaml, bodyStart } = found.fenced
  const read = readFenced(file, text.slice(0, bodyStart.offset), yaml)
  return { yaml, bodyStart, ...read, fatal: read.diagnostics.length > 0 }
}

function readFenced(
  file: string,
  head: string,
  yaml: Fenced['yaml'],
): Pick<FrontMatterSplit, 'data' | 'document' | 'diagnostics'> {
  const unreadable = (diagnostics: readonly Diagnostic[]) => ({
    data: emptyData(),
    document: undefined,
    diagnostics,
  })
  // Before gray-matter sees the block: its search for comments is quadratic in blank lines.
  const long = tooLong(file, yaml.text, yaml)
  if (long) return unreadable([long])
  const controls = findControls(file, head)
  if (controls.length > 0) return unreadable(controls)
  let reading: ReturnType<typeof readYaml> | undefined
  const data = throughGrayMatter(yaml.text, (block) => {
    reading = readYaml(file, block, yaml, notKeys)
    return reading.document ? reading.data : emptyData()
  })
  if (!reading) return unreadable([])
  if (!reading.document) return unreadable(reading.diagnostics)
  return { data: data as PlainData, document: reading.document, diagnostics: [] }
}

const notKeys =
  'Write `title: …` there; if the first line of the file is meant as a rule across the page, type `***`.'
