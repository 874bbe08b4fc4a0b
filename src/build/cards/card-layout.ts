import type { CardBox } from '../../io/card-ports.ts'
import type { CardFacts } from './card-facts.ts'
import type { CardPalette } from './card-style.ts'

/** Pixels; what networks that show cards ask for (1.91 to 1). */
export const cardSize = { width: 1200, height: 630 } as const

type Style = CardBox['props']['style']

/**
 * A card as boxes: the site's name, the title, the standfirst, key facts, and who wrote it when. Text that is too
 * long for its place ends in an ellipsis.
 */
export function layOutCard(facts: CardFacts, colours: CardPalette, fonts: string): CardBox {
  const { site, title, standfirst, byline } = facts
  const { width, height } = cardSize
  return box(
    {
      boxSizing: 'border-box',
      width,
      height,
      flexDirection: 'column',
      justifyContent: 'space-between',
      padding: '56px 72px 52px',
      background: colours.paper,
      color: colours.ink,
      fontFamily: fonts,
      direction: facts.direction,
      borderTop: `14px solid ${colours.accent}`,
    },
    [
      line(site, { fontSize: 28, color: colours.accent }),
      box({ flexDirection: 'column' }, [
        text(title, {
          ...titleStyle(title, facts.facts.length > 0),
          lineHeight: 1.14,
          textWrap: 'balance',
        }),
        ...(standfirst === '' ? [] : [standfirstBox(facts, colours)]),
        ...(facts.facts.length === 0 ? [] : [factsBox(facts, colours)]),
      ]),
      line(byline, { fontSize: 26, color: colours.muted }),
    ],
  )
}

/** Short titles are set large. What stands below decides how many lines there may be. */
function titleStyle(title: string, hasFacts: boolean): Style {
  const length = [...title].length
  if (hasFacts) return { fontSize: length <= 34 ? 64 : length <= 70 ? 54 : 46, lineClamp: 2 }
  return { fontSize: length <= 30 ? 84 : length <= 60 ? 72 : 60, lineClamp: 3 }
}

function standfirstBox({ standfirst, facts }: CardFacts, colours: CardPalette): CardBox {
  const size = facts.length > 0 ? { fontSize: 28, marginTop: 16 } : { fontSize: 34, marginTop: 24 }
  const lines = facts.length > 2 ? 1 : 2
  const lineClamp = facts.length > 0 ? lines : 3
  return text(standfirst, { ...size, lineHeight: 1.35, color: colours.muted, lineClamp })
}

function factsBox({ facts }: CardFacts, colours: CardPalette): CardBox {
  const rows = facts.map((fact) =>
    box({ marginTop: 8 }, [
      box({ width: 12, height: 12, marginTop: 13, background: colours.accent }, []),
      text(fact, { fontSize: 28, lineHeight: 1.35, lineClamp: 1, marginLeft: 20, flex: 1 }),
    ]),
  )
  return box(
    {
      flexDirection: 'column',
      marginTop: 20,
      paddingTop: 14,
      borderTop: `2px solid ${colours.rule}`,
    },
    rows,
  )
}

function line(words: string, style: Style): CardBox {
  return text(words, { ...style, lineClamp: 1 })
}

/** Words in a box of their own; `lineClamp` cuts them where there are too many lines. */
function text(words: string, style: Style): CardBox {
  const props = { style: { display: 'block', wordBreak: 'break-word', ...style } as const }
  return { type: 'div', props: { ...props, children: words } }
}

function box(style: Style, children: readonly CardBox[]): CardBox {
  return { type: 'div', props: { style: { display: 'flex', ...style }, children } }
}
