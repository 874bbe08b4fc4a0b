import { type PageProps, type RedirectProps, routePath } from 'ibid/theme'
import { Frame } from './frame.tsx'

/** What a reader sees at an address that leads nowhere. */
export const NotFoundPage = (page: PageProps) => (
  <Frame {...page}>
    <div class="list-head">
      <h1>{page.title}</h1>
    </div>
    <p>{page.strings.notFoundText}</p>
    <ul>
      <li>
        <a href={page.href(routePath('/'))}>{page.strings.home}</a>
      </li>
      <li>
        <a href={page.href(routePath('/archive/'))}>{page.strings.allPosts}</a>
      </li>
      <li>
        <a href={page.href(routePath('/search/'))}>{page.strings.search}</a>
      </li>
    </ul>
  </Frame>
)

/** What a reader sees at an old address, on hosts that do not redirect. */
export const RedirectPage = ({ to, ...page }: RedirectProps) => (
  <Frame {...page}>
    <div class="list-head">
      <h1>{page.title}</h1>
    </div>
    <p>
      {page.strings.movedTo} <a href={page.href(to)}>{page.url(to)}</a>
    </p>
  </Frame>
)
