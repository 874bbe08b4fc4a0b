import { readFile } from 'node:fs/promises'
import { stripVTControlCharacters } from 'node:util'
import { type Diagnostic, diagnose } from '../model/diagnostic.ts'
import type { ThemeSource } from './theme-source.ts'

/** What the bundler and its plugins put on the errors they throw. */
interface BundlerError {
  readonly message: string
  readonly code?: string
  readonly kind?: string
  readonly id?: string
  readonly exporter?: string
  readonly fileName?: string
  readonly path?: string
  readonly loc?: { readonly file?: string; readonly line?: number; readonly column?: number }
}

/** The errors of a failed build as findings for the theme's author. */
export async function compileErrors(
  error: unknown,
  source: ThemeSource,
): Promise<readonly Diagnostic[]> {
  const inner = (error as { errors?: unknown } | null)?.errors
  const errors: readonly unknown[] = Array.isArray(inner) && inner.length > 0 ? inner : [error]
  return Promise.all(errors.map((each) => compileError(asBundlerError(each), source)))
}

function asBundlerError(error: unknown): BundlerError {
  return error instanceof Error ? (error as BundlerError) : { message: String(error) }
}

async function compileError(error: BundlerError, source: ThemeSource): Promise<Diagnostic> {
  const message = stripVTControlCharacters(error.message)
  const unresolved = /failed to resolve import "([^"]+)" from "([^"]+)"/.exec(message)
  if (unresolved) return missingImport(unresolved[1] ?? '', unresolved[2] ?? '', source)
  if (error.kind === 'UNRESOLVED_IMPORT' && error.id !== undefined)
    return missingImport(error.exporter ?? '', error.id, source)
  if (error.code === 'ENOENT' || /\bENOENT\b/.test(message)) {
    const path = error.path ?? /open '([^']+)'/.exec(message)?.[1] ?? ''
    return missingImport(path, error.loc?.file ?? error.id ?? source.entry, source)
  }
  return brokenFile(error, message, source)
}

/** A file that could not be read as what it is, or that asks another one for what that does not export. */
function brokenFile(error: BundlerError, message: string, source: ThemeSource): Diagnostic {
  const file = fileOf(error, message) ?? source.entry
  const lines = message.replace(/^\[[^\]]*\]\s*/, '').split('\n')
  const said = (lines[0] ?? '').replace(`${file}:`, '').trim()
  const line = error.loc?.line
  const start = { line: line ?? 1, column: (error.loc?.column || 0) + 1 }
  const place = line === undefined ? undefined : { start, end: start }
  if (error.kind === 'MISSING_EXPORT') {
    const name = /^"([^"]+)"/.exec(said)?.[1] ?? ''
    return diagnose('TH103', {
      message: `${name} is imported, but ${source.nameOf(error.exporter ?? '')} does not export it.`,
      file: source.nameOf(file),
      place,
      hint: 'Export it there, or import the name that is exported.',
    })
  }
  return diagnose(file.endsWith('.css') ? 'TH104' : 'TH102', {
    message: `The theme “${source.name}” cannot be compiled: ${said}.`.replace(/\.\.$/, '.'),
    file: source.nameOf(file),
    place,
  })
}

function fileOf(error: BundlerError, message: string): string | undefined {
  const known = error.loc?.file ?? error.fileName ?? error.id
  if (known !== undefined) return known
  return /╭─\[ (.+):\d+:\d+ \]/.exec(message)?.[1]
}

/** Positions of imports are those of compiled text, so the place is looked up in the file itself. */
async function missingImport(
  wanted: string,
  file: string,
  source: ThemeSource,
): Promise<Diagnostic> {
  return diagnose('TH103', {
    message: `${wanted} is imported, but there is no such file${/^[./]/.test(wanted) ? '' : ' or package'}.`,
    file: source.nameOf(file),
    place: await placeOfWords(file, wanted),
    hint: /^[./]/.test(wanted)
      ? 'Write the path from the importing file, with the ending: ./post.tsx.'
      : `Install the package beside the site, or write a path that starts with ./ for a file of the theme.`,
  })
}

/** What the bundler only warns of, but would be broken in a reader's browser. */
export async function warningErrors(
  warnings: readonly string[],
  sources: readonly string[],
  source: ThemeSource,
): Promise<readonly Diagnostic[]> {
  const found: Diagnostic[] = []
  for (const text of warnings.map(stripVTControlCharacters)) {
    const node = /Module "([^"]+)" has been externalized .* imported by "([^"]+)"/.exec(text)
    if (node)
      found.push(
        diagnose('TH103', {
          message: `${node[1]} is imported, but a theme draws pages from what it is given and has no access to the machine.`,
          file: source.nameOf(node[2] ?? ''),
          place: await placeOfWords(node[2] ?? '', node[1] ?? ''),
        }),
      )
    const picture = /^\s*(\S+) referenced in .* didn't resolve at build time/.exec(text)
    if (picture?.[1] !== undefined) found.push(await missingAsset(picture[1], sources, source))
  }
  return found
}

async function missingAsset(
  wanted: string,
  sources: readonly string[],
  source: ThemeSource,
): Promise<Diagnostic> {
  for (const file of sources.filter((each) => each.endsWith('.css'))) {
    const place = await placeOfWords(file, wanted)
    if (place) return missingImport(wanted, file, source)
  }
  return missingImport(wanted, source.entry, source)
}

/** Where words first stand in a file, or nothing. */
async function placeOfWords(file: string, words: string): Promise<Diagnostic['place']> {
  const text = await readFile(file, 'utf8').catch(() => '')
  const offset = words === '' ? -1 : text.indexOf(words)
  if (offset < 0) return undefined
  const before = text.slice(0, offset).split('\n')
  const line = before.length
  const column = (before.at(-1)?.length ?? 0) + 1
  return {
    start: { line, column, offset },
    end: { line, column: column + words.length, offset: offset + words.length },
  }
}
