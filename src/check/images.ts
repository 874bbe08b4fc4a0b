import { type Diagnostic, diagnose } from '../model/diagnostic.ts'
import type { Essay, EssayLink } from '../model/essay.ts'

/** What became of the pictures of an essay. */
export interface ImageLookup {
  /** True where the picture of this address exists in the site's folder. */
  readonly exists: (url: string, from: string) => boolean
  /** True where the picture's width and height are known. */
  readonly measured: (url: string, from: string) => boolean
  /** Hosts from which pictures may be shown. */
  readonly remote: readonly string[]
}

/** Pictures that are missing, unreadable or fetched from elsewhere: what a build has to say too. */
export function checkImageFiles(
  essay: Pick<Essay, 'front' | 'links' | 'source'>,
  lookup: ImageLookup,
): Diagnostic[] {
  const cover = essay.front.image
  const images: readonly EssayLink[] = [
    ...essay.links.filter((link) => link.kind === 'image'),
    ...(cover
      ? [
          {
            kind: 'image',
            url: cover.src,
            alt: cover.alt,
            source: essay.source,
            place: undefined,
          } as const,
        ]
      : []),
  ]
  return images.flatMap((image) => fileFinding(image, lookup) ?? [])
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
    .filter((link) => link.kind === 'image' && (link.alt ?? '').trim() === '')
    .map((image) =>
      diagnose('IM102', {
        message: 'A reader who cannot see this picture is told nothing of it.',
        file: image.source,
        place: image.place,
        hint: `![What the picture shows](${image.url})`,
      }),
    )
}
