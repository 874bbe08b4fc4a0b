import { type Child, navigationOf, type PageProps, routePath } from 'ibid/theme'

/** An id that no heading can have: those are in lower case. */
const contentId = 'Content'

interface FrameProps extends PageProps {
  readonly children?: Child
  /** True where the page's own heading is the site's name. */
  readonly isHome?: boolean
  /** True where the page is one entry of the blog, for programs that read microformats. */
  readonly isEntry?: boolean
}

/** What stands around the content of every page. */
export const Frame = ({ children, isHome, isEntry, ...page }: FrameProps) => (
  <>
    <div>
      <a class="skip" href={`#${contentId}`}>
        {page.strings.skipToContent}
      </a>
    </div>
    <header class="masthead">
      {!isHome && (
        <a class="site-name" href={page.href(routePath('/'))} rel="home">
          {page.site.settings.title}
        </a>
      )}
      <nav aria-label={page.strings.mainNavigation}>
        <ul>
          {navigationOf(page).map((link) => (
            <li>
              <a href={link.href} aria-current={link.current ? 'page' : undefined}>
                {link.title}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </header>
    <main id={contentId} class={isEntry && 'h-entry'} tabindex={-1}>
      {children}
      {isEntry && <data class="u-url" value={page.url(page.path)} />}
    </main>
    <footer class="site-foot">
      <p>{page.strings.names(page.site.settings.authors.map((author) => author.name))}</p>
      <p>
        <a href={page.href(routePath('/feeds/'))}>{page.strings.feeds}</a>
      </p>
    </footer>
  </>
)
