import type { SettingsPlaces } from '../../check/security-text.ts'
import type { CardPainter } from '../../io/card-ports.ts'
import type { CacheFiles } from '../../io/ports.ts'
import { type Diagnostic, diagnose } from '../../model/diagnostic.ts'
import type { Essay } from '../../model/essay.ts'
import { outputPathOf, type RoutePath, routePath } from '../../model/paths.ts'
import type { OutputFile, Post, Site } from '../../model/site.ts'
import type { Breath } from '../breath.ts'
import type { BuildMemory } from '../cache/build-memory.ts'
import { digest } from '../cache/digest.ts'
import type { LoadedTheme } from '../load-theme.ts'
import { onceMade } from '../once-made.ts'
import { cardFacts } from './card-facts.ts'
import { cardSize, layOutCard } from './card-layout.ts'
import { cardFonts, cardPalette } from './card-style.ts'
import { type KeptCard, openKeptCards } from './kept-cards.ts'

/** Cards of posts, and the files that they are. */
export interface SiteCards {
  /** Where the card of an essay lies; undefined where it has none. */
  readonly of: (essay: Essay) => RoutePath | undefined
  readonly files: readonly OutputFile[]
  readonly diagnostics: readonly Diagnostic[]
}

/** What making the cards of a site needs. */
export interface SiteCardInputs {
  readonly site: Site
  readonly theme: LoadedTheme
  /** Fonts for a theme that has none of its own. */
  readonly otherTheme: () => Promise<LoadedTheme | undefined>
  /** Asked for only where a card is to be painted; absent where there are to be none. */
  readonly painter: (() => Promise<CardPainter | undefined>) | undefined
  readonly memory: Pick<BuildMemory, 'essays'>
  readonly cache: CacheFiles | undefined
  /** Stands for the engine, and for the programs that paint. */
  readonly engine: string
  readonly breath: Breath
  /** Where the settings ask for cards. */
  readonly settings: SettingsPlaces
}

/** Its fonts are taken where a theme has none of its own. */
export const themeOfCards = 'bulletin'

const none: SiteCards = { of: () => undefined, files: [], diagnostics: [] }

/** Makes a card for every post that has no picture of its own to be shared with, where the settings ask for cards. */
export async function siteCards(inputs: SiteCardInputs): Promise<SiteCards> {
  const { site, painter, cache, engine, theme } = inputs
  const posts = site.posts.filter(({ essay }) => !essay.front.image)
  if (!painter || !site.settings.cards || posts.length === 0) return none
  const kept = openKeptCards(cache, engine)
  const paint = onceMade(() => painterOf(inputs, painter))
  const made = new Map<string, KeptCard>()
  const diagnostics: Diagnostic[] = []
  for (const { essay } of posts) {
    const inputsOfCard = inputsOf(essay, inputs)
    let card = kept.known(essay.source, inputsOfCard)
    if (!card) {
      const painted = await (await paint())?.(essay)
      if (!painted) return { ...none, diagnostics: [noPainter(inputs.settings)] }
      card = kept.keep(essay.source, inputsOfCard, painted)
      if ('problem' in painted) diagnostics.push(unpainted(essay.source, painted.problem))
    }
    if (card.missing) diagnostics.push(withoutLetters(essay.source, card.missing, theme))
    made.set(essay.source, card)
    await inputs.breath()
  }
  kept.save(new Set<string>(posts.map(({ essay }) => essay.source)))
  const cards = posts.flatMap((post) => cardOf(post, made))
  const routes = new Map<string, RoutePath>(cards.map(({ source, route }) => [source, route]))
  return {
    of: (essay) => routes.get(essay.source),
    // Cards of one name with the same words are one file.
    files: [...new Map(cards.map((card) => [card.route, card])).values()].map(
      ({ source, route, sha256, bytes }) => ({
        path: outputPathOf(route),
        body: { sha256, bytes, make: () => kept.bytes(sha256) },
        stage: 'asset',
        origin: source,
      }),
    ),
    diagnostics,
  }
}

/** Stands for whatever a card is made from. */
function inputsOf(essay: Essay, { site, theme, memory }: SiteCardInputs): string {
  const { title, authors } = site.settings
  const known = memory.essays.get(essay.source)?.facets?.whole ?? cardFacts(essay, site)
  return digest(JSON.stringify([theme.fingerprint, title, authors, essay.date?.day, known]))
}

async function painterOf(
  { site, theme, otherTheme }: SiteCardInputs,
  painter: () => Promise<CardPainter | undefined>,
) {
  const start = await painter()
  if (!start) return undefined
  const own = cardFonts(theme)
  const other = own.length > 0 ? undefined : await otherTheme()
  const fonts = other ? cardFonts(other) : own
  const palette = cardPalette(theme)
  const names = fonts.map(({ name }) => name).join(', ')
  const paint = start(fonts)
  return (essay: Essay) => paint(layOutCard(cardFacts(essay, site), palette, names), cardSize)
}

interface Card {
  readonly source: Essay['source']
  readonly route: RoutePath
  readonly sha256: string
  readonly bytes: number
}

/** `/assets/card-quiet-week.3f2a9c01.png` */
function cardOf({ essay }: Post, made: ReadonlyMap<string, KeptCard>): readonly Card[] {
  const { sha256, bytes = 0 } = made.get(essay.source) ?? {}
  if (sha256 === undefined) return []
  const name = essay.slug
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
  const route = routePath(`/assets/card-${name || 'post'}.${sha256.slice(0, 8)}.png`)
  return [{ source: essay.source, route, sha256, bytes }]
}

function noPainter({ file, placeOf }: SettingsPlaces): Diagnostic {
  return diagnose('IM108', {
    message: 'No cards were made for the posts: satori and @resvg/resvg-js do not run here.',
    file,
    place: placeOf('cards'),
    hint: 'npm install satori @resvg/resvg-js',
  })
}

function unpainted(source: string, problem: string): Diagnostic {
  const [first = ''] = problem.split('\n')
  return diagnose('IM109', {
    message: `This post has no card: ${first}.`,
    file: source,
    hint: 'Look at the fonts of the theme: WOFF2, WOFF, TrueType and OpenType can be read.',
  })
}

function withoutLetters(source: string, missing: string, { theme }: LoadedTheme): Diagnostic {
  const letters = [...missing].slice(0, 8).join('')
  return diagnose('IM109', {
    message: `This post has no card: the fonts of the theme “${theme.name}” have no “${letters}”.`,
    file: source,
    hint: 'Name a picture in the front matter, image: { src: cover.png, alt: … }, or take a theme with such a font.',
  })
}
