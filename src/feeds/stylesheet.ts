import { outputPath, type RoutePath, routePath } from '../model/paths.ts'
import type { OutputFile } from '../model/site.ts'
import type { FeedContext } from './context.ts'

/**
 * Shows a feed to a person who opens it in a browser: its title, and each post's title, day and summary.
 * The HTML inside the posts is hidden, as a browser would show its source.
 */
const css = `@namespace atom "http://www.w3.org/2005/Atom";
*|* { display: none; }
:root { display: block; box-sizing: border-box; max-width: 42rem; margin: 0 auto; padding: 2rem 1rem; color-scheme: light dark; background: Canvas; color: CanvasText; font: 1.125rem/1.5 Georgia, serif; }
channel, item, atom|entry, title, atom|title, description, atom|subtitle, atom|summary, item > link, pubDate, atom|published { display: block; }
channel > title, atom|feed > atom|title { font-size: 2rem; font-weight: bold; line-height: 1.2; }
channel > description, atom|subtitle { margin: .5rem 0 1.5rem; font-style: italic; }
item, atom|entry { border-top: 1px solid; padding: 1.25rem 0; }
item > title, atom|entry > atom|title { font-size: 1.25rem; font-weight: bold; line-height: 1.3; }
item > link, pubDate, atom|published { font: .8125rem/1.5 system-ui, sans-serif; opacity: .75; overflow-wrap: anywhere; }
item > description, atom|summary { margin-top: .5rem; }
`

/** The style sheet of every feed, under a name that changes with its content. */
export function feedStylesheet(digest: FeedContext['digest']): {
  readonly file: OutputFile
  readonly route: RoutePath
} {
  const route = routePath(`/assets/feeds.${digest(css).slice(0, 8)}.css`)
  const file: OutputFile = {
    path: outputPath(route.slice(1)),
    body: css,
    stage: 'asset',
    origin: 'the style sheet of the feeds',
  }
  return { file, route }
}
