import { defineTheme } from 'ibid/theme'
import '../common/prose.css'
import '../common/east-asian.css'
import '../common/notes.css'
import '../common/components.css'
import '../common/feeds.css'
import '../common/search.css'
import '../common/after-post.css'
import './plain.css'
import { ArchivePage } from './archive.tsx'
import { FeedsPage } from './feeds.tsx'
import { HomePage } from './home.tsx'
import { NotFoundPage, RedirectPage } from './other-pages.tsx'
import { PostPage } from './post.tsx'
import { SearchPage } from './search.tsx'
import { SeriesPage } from './series.tsx'
import { StaticPage } from './static-page.tsx'
import { TagPage, TagsPage } from './tags.tsx'

/** System fonts, no pictures, no script: quick anywhere, and whole in a text browser. */
export default defineTheme({
  name: 'plain',
  layouts: {
    home: HomePage,
    post: PostPage,
    page: StaticPage,
    tags: TagsPage,
    tag: TagPage,
    series: SeriesPage,
    archive: ArchivePage,
    feeds: FeedsPage,
    search: SearchPage,
    notFound: NotFoundPage,
    redirect: RedirectPage,
  },
})
