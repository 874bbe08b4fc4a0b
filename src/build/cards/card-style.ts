import type { CardFont } from '../../io/card-ports.ts'
import type { LoadedTheme } from '../load-theme.ts'

/** Colours of a card, as CSS writes them in hexadecimal. */
export interface CardPalette {
  readonly paper: string
  readonly ink: string
  readonly muted: string
  readonly accent: string
  readonly rule: string
}

/** For themes that name no colours in the way of the built-in ones. */
const quiet: CardPalette = {
  paper: '#fcfbf8',
  ink: '#23211e',
  muted: '#57534c',
  accent: '#8a2c1d',
  rule: '#d3cec2',
}

type StyledTheme = Pick<LoadedTheme, 'styles' | 'assets'>

/**
 * The colours that a theme's style sheets give to `--paper`, `--ink`, `--muted`, `--accent` and `--rule`. The last word
 * counts, as in the cascade: a theme that extends another has that one's sheets before its own.
 */
export function cardPalette(theme: StyledTheme): CardPalette {
  const css = styleSheets(theme)
    .map(({ text }) => text)
    .join('\n')
  const colour = (name: keyof CardPalette): string => {
    const said = new RegExp(`--${name}:\\s*(#[0-9a-f]{3}(?:[0-9a-f]{3})?)\\b`, 'gi')
    return [...css.matchAll(said)].at(-1)?.[1] ?? quiet[name]
  }
  return {
    paper: colour('paper'),
    ink: colour('ink'),
    muted: colour('muted'),
    accent: colour('accent'),
    rule: colour('rule'),
  }
}

/**
 * The upright fonts of a theme in the order of its style sheets, for the letters that the first of them lacks are
 * often in the next. None where the theme brings no fonts, and leaves the choice to the reader's machine.
 */
export function cardFonts(theme: StyledTheme): readonly CardFont[] {
  const files = new Map(theme.assets.map(({ path, bytes }) => [path as string, bytes]))
  const fonts = new Map<string, CardFont>()
  for (const { path, text } of styleSheets(theme))
    for (const [, face = ''] of text.matchAll(/@font-face\s*\{([^}]*)\}/g)) {
      if (/font-style:\s*(?:italic|oblique)/.test(face)) continue
      const [, address = ''] = /url\(["']?([^"')]+\.(?:woff2?|ttf|otf))["']?\)/i.exec(face) ?? []
      const file = new URL(address, `file:///${path}`).pathname.slice(1)
      const bytes = address === '' ? undefined : files.get(decodeURIComponent(file))
      if (bytes && !fonts.has(file)) fonts.set(file, { name: `card-${fonts.size}`, bytes })
    }
  return [...fonts.values()]
}

function styleSheets({ styles, assets }: StyledTheme): readonly { path: string; text: string }[] {
  return styles.flatMap((path) => {
    const sheet = assets.find((asset) => asset.path === path)
    return sheet ? [{ path, text: new TextDecoder().decode(sheet.bytes) }] : []
  })
}
