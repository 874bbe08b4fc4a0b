import { type Diagnostic, diagnose } from '../model/diagnostic.ts'
import type { Essay, EssayLink } from '../model/essay.ts'
import type { KeyPlace } from './post-names.ts'

/** What became of the pictures of an essay. */
export interface ImageLookup {
  /** True where the picture of this address exists in the site's folder. */
  readonly exists: (url: string, from: string) => boolean
  /** True where the picture's width and height are known. */
  readonly measured: (url: string, from: string) => boolean
  /** Hosts from which pictures may be shown. */
  readonly remote: readonly string[]
  /** Where a key of the front matter stands. */
  readonly placeOf: KeyPlace
}

/** Pictures that are missing, unreadable or fetched from elsewhere: what a build has to say too. */
export function checkImageFiles(
  essay: Pick<Essay, 'front' | 'links' | 'source'>,
  lookup: ImageLookup,
): Diagnostic[] {
  const { source, front } = essay
  const shown = essay.links.filter((link) => link.kind === 'image')
  const found = shown.flatMap((image) => fileFinding(image, lookup) ?? [])
  if (!front.image) return found
  const cover = { kind: 'image', url: front.image.src, source, place: undefined } as const
  const missing = fileFinding(cover, lookup)
  return missing ? [...found, { ...missing, place: lookup.placeOf(source, 'image') }] : found
}

function fileFinding(image: EssayLink, lookup: ImageLookup): Diagnostic | undefined {
  const at = { file: image.source, place: image.place }
  const host = /^(?:https?:)?\/\/([^/?#]*)/i.exec(image.url)?.[1]
  if (host !== undefined)
    return lookup.remote.includes(host.toLowerCase())
      ? undefined
      : diagnose('IM103', {
          message: `This picture lies at ${host}: every reader’s visit would be told to that site.`,
          ...at,
          hint: 'Save the picture beside the post and write its file name, or list the host under images.remote in content/site.yaml.',
        })
  if (!lookup.exists(image.url, image.source))
    return diagnose('IM101', {
      message: `There is no picture ${image.url}.`,
      ...at,
      hint: 'Put the file beside the post and write its name as it is on disk, capital letters too.',
    })
  if (lookup.measured(image.url, image.source)) return undefined
  return diagnose('IM104', {
    message: `The width and height of ${image.url} cannot be read; the page will jump while it loads.`,
    ...at,
    hint: 'Check that the file is a whole PNG, JPEG, GIF, WebP, AVIF or SVG picture; an SVG needs width and height or a viewBox.',
  })
}

/** Pictures without words that stand for them (WCAG 2.2, 1.1.1). */
export function checkAltTexts(essay: Essay): Diagnostic[] {
  return essay.links
    .filter((link) => link.kind === 'image' && link.alt?.trim() === '')
    .map((image) =>
      diagnose('IM102', {
        message: 'A reader who cannot see this picture is told nothing of it.',
        file: image.source,
        place: image.place,
        hint: `![What the picture shows](${image.url})`,
      }),
    )
}
