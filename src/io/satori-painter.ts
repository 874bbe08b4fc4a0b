import type { CardBox, CardPainter, CardSize, PaintedCard } from './card-ports.ts'

/**
 * Paints cards with satori and resvg, which are optional dependencies: undefined where one of them is not installed
 * or does not run on this machine. Letters become outlines, so that no font of the machine has a say.
 */
export async function satoriPainter(): Promise<CardPainter | undefined> {
  const parts = await Promise.all([import('satori'), import('@resvg/resvg-js')]).catch(
    () => undefined,
  )
  if (!parts) return undefined
  const [{ default: satori }, { Resvg }] = parts
  return (fonts) => {
    // Satori remembers what it has read of fonts by this very list.
    const named = fonts.map(({ name, bytes }) => ({ name, data: Buffer.from(bytes) }))
    const paint = async (card: CardBox, size: CardSize): Promise<PaintedCard> => {
      const missing = new Set<string>()
      const svg = await satori(card as Parameters<typeof satori>[0] & CardBox, {
        ...size,
        fonts: named,
        loadAdditionalAsset: async (_, letters) => {
          for (const letter of letters) missing.add(letter)
          return []
        },
      })
      if (missing.size > 0) return { missing: [...missing].sort().join('') }
      const picture = new Resvg(svg, { font: { loadSystemFonts: false } }).render()
      return { png: picture.asPng() }
    }
    return (card, size) =>
      paint(card, size).catch((error: unknown) => ({
        problem: error instanceof Error ? error.message : String(error),
      }))
  }
}
