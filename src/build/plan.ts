import { type Diagnostic, diagnose } from '../model/diagnostic.ts'
import type { OutputPath } from '../model/paths.ts'
import type { OutputFile } from '../model/site.ts'
import type { AddressPlace } from './key-places.ts'
import { manifestPath, sumsPath } from './manifest.ts'

/** Every file of a site by its path, one owner each. */
export type OutputPlan = ReadonlyMap<OutputPath, OutputFile>

/** Longest name that common file systems can hold, in bytes of UTF-8. */
const longestName = 255
/** Collisions that are told one by one; the rest are counted. */
const mostTold = 20

/** A path that is spoken for: by a file of the plan, or by a file that every site has. */
type Claim = Pick<OutputFile, 'path' | 'origin'>

const reserved: readonly Claim[] = [
  { path: manifestPath, origin: 'the list of the site’s files' },
  { path: sumsPath, origin: 'the list of checksums' },
]

/**
 * Checks, before anything is written, that every output file has one owner and a name that disks can
 * hold. Paths that differ only in case or in Unicode composition are one path, as they are on many disks.
 *
 * @param placeOf where in an essay its path is asked for
 * @returns the plan, or undefined with the reasons
 */
export function planOutputs(
  files: readonly OutputFile[],
  placeOf: AddressPlace = () => undefined,
): {
  readonly plan: OutputPlan | undefined
  readonly diagnostics: readonly Diagnostic[]
} {
  const claims = [...reserved, ...files]
  const owners = new Map<string, Claim>()
  const collisions: Diagnostic[] = []
  for (const claim of claims) {
    const key = collisionKey(claim.path)
    const first = owners.get(key)
    if (first) collisions.push(sharedPath(first, claim, placeOf))
    else owners.set(key, claim)
  }
  const found = [
    ...bounded(collisions),
    ...bounded(foldersOverFiles(claims, owners, placeOf)),
    ...longNames(files),
  ]
  if (found.length > 0) return { plan: undefined, diagnostics: found }
  return { plan: new Map(files.map((file) => [file.path, file])), diagnostics: [] }
}

/** What two paths have in common where a disk takes them for one: NFC, and case folded both ways (ß = SS, ς = σ). */
export function collisionKey(path: string): string {
  return path.normalize('NFC').toUpperCase().toLowerCase().normalize('NFC')
}

function foldersOverFiles(
  claims: readonly Claim[],
  owners: ReadonlyMap<string, Claim>,
  placeOf: AddressPlace,
): Diagnostic[] {
  const told = new Set<string>()
  const found: Diagnostic[] = []
  for (const claim of claims) {
    const key = collisionKey(claim.path)
    for (let end = key.lastIndexOf('/'); end > 0; end = key.lastIndexOf('/', end - 1)) {
      const folder = key.slice(0, end)
      const owner = owners.get(folder)
      if (!owner || told.has(folder)) continue
      told.add(folder)
      found.push(
        diagnose('FS202', {
          message: `The path ${owner.path} is a file, made from ${owner.origin}, and also the folder of ${claim.path}, made from ${claim.origin}.`,
          hint: 'give one of the two another slug or name',
          ...placesOf(owner, claim, placeOf),
        }),
      )
    }
  }
  return found
}

function sharedPath(first: Claim, second: Claim, placeOf: AddressPlace): Diagnostic {
  const spelled =
    first.path === second.path ? '' : ` (there as ${first.path}; many disks take the two for one)`
  const owners =
    first.origin === second.origin
      ? `Two pages of ${first.origin}`
      : `Both ${first.origin} and ${second.origin}`
  return diagnose('FS201', {
    message: `${owners} would be written to ${second.path}${spelled}.`,
    hint: 'give one of the two another slug, alias or name',
    ...placesOf(second, first, placeOf),
  })
}

/** Shows a finding at the first of two owners that is a file of the author's, with the other as its companion. */
function placesOf(
  one: Claim,
  other: Claim,
  placeOf: AddressPlace,
): Pick<Diagnostic, 'file' | 'place' | 'related'> {
  const [shown, companion] =
    isSource(one.origin) || !isSource(other.origin) ? [one, other] : [other, one]
  if (!isSource(shown.origin)) return { file: '' }
  return {
    ...placed(shown, placeOf),
    ...(isSource(companion.origin) && companion.origin !== shown.origin
      ? { related: [{ message: 'The other owner is here.', ...placed(companion, placeOf) }] }
      : {}),
  }
}

function placed(
  { origin, path }: Claim,
  placeOf: AddressPlace,
): Pick<Diagnostic, 'file' | 'place'> {
  const place = placeOf(origin, path)
  return { file: origin, ...(place ? { place } : {}) }
}

function isSource(origin: string): boolean {
  return /^(?:content|public|themes)\//.test(origin)
}

function longNames(files: readonly OutputFile[]): Diagnostic[] {
  const found: Diagnostic[] = []
  for (const { path, origin } of files)
    for (const name of path.split('/')) {
      // A name of 85 code units or fewer cannot be too long.
      const bytes = name.length * 3 > longestName ? Buffer.byteLength(name) : 0
      if (bytes <= longestName) continue
      found.push(
        diagnose('FS203', {
          message: `The name "${[...name].slice(0, 40).join('')}…" in an output path made from ${origin} takes ${bytes} bytes; disks hold ${longestName}.`,
          hint: 'shorten the slug or the name of the file',
          file: isSource(origin) ? origin : '',
        }),
      )
    }
  return found
}

/** The first findings, the last of them with a word on how many more there are. */
function bounded(found: readonly Diagnostic[]): readonly Diagnostic[] {
  if (found.length <= mostTold) return found
  const told = found.slice(0, mostTold)
  const last = told.pop()
  if (!last) return told
  const message = `${last.message} There are ${found.length - mostTold} more like this one.`
  return [...told, { ...last, message }]
}
