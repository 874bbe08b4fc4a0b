import { Composer, type Document, isMap, Parser } from 'yaml'
import { type Diagnostic, diagnose } from '../../model/diagnostic.ts'
import { checkKeys } from './check-keys.ts'
import { checkTokens, type YamlText } from './check-tokens.ts'
import { explainError } from './explain-error.ts'
import { type YamlOrigin, yamlPlaces } from './origin.ts'
import { emptyData, type PlainData, plainData } from './plain-data.ts'

/** The longest front matter or settings file, in UTF-16 units and in lines. */
const mostLength = 64 * 1024
const mostLines = 4000

/** YAML that was read, or the reasons why it cannot be. */
export type YamlReading =
  | { readonly document: Document; readonly data: PlainData; readonly diagnostics: readonly [] }
  | { readonly document: undefined; readonly diagnostics: readonly Diagnostic[] }

/**
 * Reads keys and values from the safe part of YAML 1.2 (core schema): no aliases, anchors, merge keys,
 * tags or directives, no key twice, no key that means something to JavaScript, at most 64 KiB and 20
 * levels. Never throws.
 *
 * @param file the file that it stands in, relative to the site's root
 * @param text begins at the start of a line; lines may end with LF, CR LF or CR
 * @param origin where in the file the text begins
 * @param otherwise what to type where the text is no mapping at all
 */
export function readYaml(
  file: string,
  text: string,
  origin: YamlOrigin,
  otherwise: string,
): YamlReading {
  const long = tooLong(file, text, origin)
  if (long) return { document: undefined, diagnostics: [long] }
  // YAML libraries know LF and CR LF only; YAML itself knows CR too (YAML 1.2.2, 5.4). Same length, same places.
  const source: YamlText = {
    file,
    text: text.replace(/\r(?!\n)/g, '\n'),
    placeOf: yamlPlaces(text, origin),
  }
  const tokens = [...new Parser().parse(source.text)]
  const refused = checkTokens(tokens, source)
  if (refused.length > 0) return { document: undefined, diagnostics: refused }
  const [document, second] = new Composer(options).compose(tokens, true, source.text.length)
  if (second) return { document: undefined, diagnostics: [twoDocuments(source, second.range[0])] }
  if (document === undefined || document.errors.length > 0)
    return { document: undefined, diagnostics: [explainError(document?.errors ?? [], source)] }
  const { contents } = document
  if (contents === null || isEmptyScalar(contents))
    return { document, data: emptyData(), diagnostics: [] }
  if (!isMap(contents)) return { document: undefined, diagnostics: [notMapping(source, otherwise)] }
  const keys = checkKeys(contents, source)
  if (keys.length > 0) return { document: undefined, diagnostics: keys }
  return { document, data: plainData(contents) as PlainData, diagnostics: [] }
}

const options = {
  version: '1.2',
  schema: 'core',
  merge: false,
  resolveKnownTags: false,
  // The parser compares each key with each other one; `checkKeys` finds them in one pass, with both places.
  uniqueKeys: false,
  prettyErrors: false,
  logLevel: 'silent',
} as const

function isEmptyScalar(node: object): boolean {
  return 'source' in node && node.source === ''
}

/** A finding where a block of settings is over the limits of length. */
export function tooLong(file: string, text: string, origin: YamlOrigin): Diagnostic | undefined {
  const lines = text.length > mostLines ? (text.match(/\r\n|\r|\n/g) ?? []).length : 0
  const bytes = text.length > mostLength / 3 ? new TextEncoder().encode(text).length : 0
  if (lines <= mostLines && bytes <= mostLength) return undefined
  const found =
    bytes > mostLength
      ? `has ${Math.ceil(bytes / 1024)} KiB; at most 64 KiB are read`
      : `has ${lines} lines; at most ${mostLines} are read`
  const placeOf = yamlPlaces(text.slice(0, 1), origin)
  return diagnose('LM109', {
    message: `This block of settings ${found}.`,
    file,
    place: placeOf(0, 1),
    hint: 'Check that the closing `---` is there, and that the text of the post stands below it.',
  })
}

function twoDocuments({ file, placeOf }: YamlText, offset: number): Diagnostic {
  return diagnose('FM305', {
    message: 'A second YAML document begins here; only one is read.',
    file,
    place: placeOf(offset, offset + 3),
    hint: 'Take the `---` away, and what stands below it.',
  })
}

function notMapping({ file, text, placeOf }: YamlText, otherwise: string): Diagnostic {
  const start = text.search(/\S/)
  const isList = /^(?:- |-$|\[)/m.test(text.slice(start, start + 2))
  const end = text.indexOf('\n', start)
  return diagnose('FM309', {
    message: `Keys with values are wanted here, one \`key: value\` to a line; this is ${isList ? 'a list' : 'a text'}.`,
    file,
    place: placeOf(start, end === -1 ? text.length : end),
    hint: otherwise,
  })
}
