import type { Diagnostic, RelatedPlace, TextEdit } from '../model/diagnostic.ts'
import { type CodeEntry, catalogue, type DiagnosticCode } from '../model/diagnostic-codes.ts'
import { inReadingOrder } from './order.ts'
import { regionOf } from './region.ts'

const levels = { error: 'error', warning: 'warning', info: 'note' } as const

/**
 * A log in the Static Analysis Results Interchange Format 2.1.0, for code scanning. Ends with a line end.
 *
 * @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 * @param version of Ibid
 * @param prefix path of the site's root in the repository, with `/` at its end, or `''`
 */
export function reportSarif(
  diagnostics: readonly Diagnostic[],
  version: string,
  prefix = '',
): string {
  const codes = (Object.keys(catalogue) as DiagnosticCode[]).sort()
  const indexes = new Map(codes.map((code, i) => [code, i]))
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: { name: 'ibid', version, semanticVersion: version, rules: codes.map(ruleOf) },
        },
        columnKind: 'utf16CodeUnits',
        results: inReadingOrder(diagnostics).map((diagnostic) => ({
          ...resultOf(diagnostic, prefix),
          ruleIndex: indexes.get(diagnostic.code),
        })),
      },
    ],
  }
  return `${JSON.stringify(log, undefined, 2)}\n`
}

function ruleOf(code: DiagnosticCode): object {
  const { name, title, severity }: CodeEntry = catalogue[code]
  return {
    id: code,
    name,
    shortDescription: { text: `${title}.` },
    help: {
      text: `See "${code} ${name}" in docs/diagnostics.md of Ibid for an example and the cure.`,
    },
    defaultConfiguration: { level: levels[severity] },
  }
}

function resultOf(
  { code, severity, message, file, place, hint, related = [], fix }: Diagnostic,
  prefix: string,
): object {
  const others = related.filter((other) => other.file !== '')
  return {
    ruleId: code,
    level: levels[severity],
    message: { text: hint === undefined ? message : `${message}\nHint: ${hint}` },
    locations: file === '' ? [] : [{ physicalLocation: locationOf(file, place, prefix) }],
    ...(others.length === 0
      ? {}
      : { relatedLocations: others.map((other, id) => relatedOf(other, id, prefix)) }),
    ...(fix === undefined || fix.length === 0 ? {} : { fixes: [fixOf(file, fix, hint, prefix)] }),
  }
}

function relatedOf({ message, file, place }: RelatedPlace, id: number, prefix: string): object {
  return { id, message: { text: message }, physicalLocation: locationOf(file, place, prefix) }
}

function locationOf(file: string, place: Diagnostic['place'], prefix: string): object {
  const artifactLocation = { uri: uriOf(prefix + file) }
  if (!place) return { artifactLocation }
  const { line, column, endLine, endColumn } = regionOf(place)
  return { artifactLocation, region: { startLine: line, startColumn: column, endLine, endColumn } }
}

function fixOf(
  file: string,
  edits: readonly TextEdit[],
  hint: string | undefined,
  prefix: string,
): object {
  return {
    description: { text: hint ?? 'A safe repair.' },
    artifactChanges: [
      {
        artifactLocation: { uri: uriOf(prefix + file) },
        replacements: edits.map(({ start, end, insert }) => ({
          deletedRegion: { charOffset: start, charLength: end - start },
          insertedContent: { text: insert },
        })),
      },
    ],
  }
}

/** A relative reference (RFC 3986 § 4.2): no segment may be taken for a scheme, a query or a fragment. */
function uriOf(path: string): string {
  return path
    .split('/')
    .map((segment) => encodeURIComponent(segment.toWellFormed()))
    .join('/')
}
