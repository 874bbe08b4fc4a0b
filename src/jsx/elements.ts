import type { Child } from './child.ts'

/** The value of an attribute that is printed only where it is there. */
type Text = string | undefined
type Count = number | undefined
type Flag = boolean | undefined
/** Classes as in HTML, or a list in which what is false is left out. */
type Classes = string | false | readonly (string | false | null | undefined)[] | undefined

/** Attributes that every element may carry. `style`, `on*` and raw HTML are absent on purpose. */
interface Common {
  readonly id?: Text
  readonly class?: Classes
  readonly lang?: Text
  readonly dir?: 'ltr' | 'rtl' | 'auto' | undefined
  readonly role?: Text
  readonly title?: Text
  readonly tabindex?: Count
  readonly hidden?: Flag
  readonly inert?: Flag
  readonly translate?: 'yes' | 'no' | undefined
  readonly itemprop?: Text
  readonly itemscope?: Flag
  readonly itemtype?: Text
  readonly children?: Child
  readonly [name: `aria-${string}` | `data-${string}`]: string | number | boolean | undefined
}

/** An element that holds nothing. */
type Void<Attributes = object> = Omit<Common, 'children'> & Attributes
type With<Attributes> = Common & Attributes

interface Cell {
  readonly colspan?: Count
  readonly rowspan?: Count
  readonly headers?: Text
}
interface Picture {
  readonly src?: Text
  readonly srcset?: Text
  readonly sizes?: Text
  readonly width?: Count
  readonly height?: Count
}
/** Attributes of drawings; written as in SVG. */
interface Drawing extends Common {
  readonly viewBox?: Text
  readonly width?: number | string | undefined
  readonly height?: number | string | undefined
  readonly fill?: Text
  readonly stroke?: Text
  readonly 'stroke-width'?: number | string | undefined
  readonly 'stroke-linecap'?: Text
  readonly 'stroke-linejoin'?: Text
  readonly focusable?: 'true' | 'false' | undefined
  readonly d?: Text
  readonly x?: number | string | undefined
  readonly y?: number | string | undefined
  readonly x1?: number | string | undefined
  readonly y1?: number | string | undefined
  readonly x2?: number | string | undefined
  readonly y2?: number | string | undefined
  readonly cx?: number | string | undefined
  readonly cy?: number | string | undefined
  readonly r?: number | string | undefined
  readonly rx?: number | string | undefined
  readonly ry?: number | string | undefined
  readonly points?: Text
  readonly transform?: Text
  readonly href?: Text
}

type Plain =
  | 'abbr'
  | 'address'
  | 'article'
  | 'aside'
  | 'b'
  | 'bdi'
  | 'bdo'
  | 'caption'
  | 'cite'
  | 'code'
  | 'dd'
  | 'dfn'
  | 'div'
  | 'dl'
  | 'dt'
  | 'em'
  | 'figcaption'
  | 'figure'
  | 'footer'
  | 'h1'
  | 'h2'
  | 'h3'
  | 'h4'
  | 'h5'
  | 'h6'
  | 'header'
  | 'hgroup'
  | 'i'
  | 'kbd'
  | 'main'
  | 'mark'
  | 'menu'
  | 'nav'
  | 'p'
  | 'pre'
  | 'rp'
  | 'rt'
  | 'ruby'
  | 's'
  | 'samp'
  | 'search'
  | 'section'
  | 'small'
  | 'span'
  | 'strong'
  | 'sub'
  | 'summary'
  | 'sup'
  | 'table'
  | 'tbody'
  | 'tfoot'
  | 'thead'
  | 'tr'
  | 'u'
  | 'ul'
  | 'var'
  | 'body'
type Drawn =
  | 'svg'
  | 'circle'
  | 'defs'
  | 'ellipse'
  | 'g'
  | 'line'
  | 'path'
  | 'polygon'
  | 'polyline'
  | 'rect'
  | 'symbol'
  | 'use'

/** The elements a theme may write. There is no `script`, `style`, `iframe`, `object`, `embed` or `form`. */
export type Elements = { readonly [Name in Plain]: Common } & {
  readonly [Name in Drawn]: Drawing
} & {
  readonly a: With<{
    readonly href?: Text
    readonly rel?: Text
    readonly hreflang?: Text
    readonly type?: Text
    readonly download?: string | boolean | undefined
  }>
  readonly blockquote: With<{ readonly cite?: Text }>
  readonly br: Void
  readonly col: Void<{ readonly span?: Count }>
  readonly colgroup: With<{ readonly span?: Count }>
  readonly data: With<{ readonly value?: string | number | undefined }>
  readonly del: With<{ readonly cite?: Text; readonly datetime?: Text }>
  readonly details: With<{ readonly open?: Flag; readonly name?: Text }>
  readonly hr: Void
  readonly img: Void<
    Picture & {
      readonly src: string
      readonly alt: string
      readonly loading?: 'lazy' | 'eager' | undefined
      readonly decoding?: 'async' | 'sync' | 'auto' | undefined
      readonly fetchpriority?: 'high' | 'low' | 'auto' | undefined
    }
  >
  readonly ins: With<{ readonly cite?: Text; readonly datetime?: Text }>
  readonly li: With<{ readonly value?: Count }>
  readonly link: Void<{
    readonly rel: string
    readonly href: string
    readonly type?: Text
    readonly title?: Text
    readonly media?: Text
    readonly as?: Text
    readonly crossorigin?: string | boolean | undefined
    readonly integrity?: Text
    readonly hreflang?: Text
    readonly sizes?: Text
  }>
  readonly meta: Void<{
    readonly name?: Text
    readonly property?: Text
    readonly content?: Text
    readonly media?: Text
  }>
  readonly ol: With<{ readonly start?: Count; readonly reversed?: Flag; readonly type?: Text }>
  readonly picture: Common
  readonly q: With<{ readonly cite?: Text }>
  readonly source: Void<Picture & { readonly type?: Text; readonly media?: Text }>
  readonly td: With<Cell>
  readonly th: With<
    Cell & {
      readonly scope?: 'row' | 'col' | 'rowgroup' | 'colgroup' | undefined
      readonly abbr?: Text
    }
  >
  readonly time: With<{ readonly datetime?: Text }>
  readonly wbr: Void
}
