/** What a theme may import, as `ibid/theme`. Nothing else of the engine is promised to stay. */
export type { Child, Component } from '../jsx/child.ts'
export type { Strings } from '../locale/strings.ts'
export type { OutlineEntry } from '../model/essay.ts'
export type { Author } from '../model/front-matter.ts'
export { type RoutePath, routePath } from '../model/paths.ts'
export type {
  AuthorPage,
  ListPage,
  Page,
  Post,
  PostLink,
  Series,
  Site,
  Tag,
  TagLink,
  Translation,
} from '../model/site.ts'
export { type Byline, bylineOf } from './byline.ts'
export { type Citation, citationOf } from './citation.ts'
export {
  type AuthorProps,
  type AuthorsProps,
  defineTheme,
  type EssayTrees,
  extendTheme,
  type FeedLink,
  type FeedsProps,
  type HomeProps,
  type Layouts,
  type PageProps,
  type PostProps,
  type RedirectProps,
  type SearchProps,
  type SeriesProps,
  type StaticPageProps,
  type TagProps,
  type Theme,
  type ThemeChanges,
} from './contract.ts'
export { type FeedGroup, feedDirectory, type ListedFeed } from './feed-directory.ts'
export { findPost, type PlaceInSeries, placeInSeries } from './find-post.ts'
export { type LicenseLink, licenseLink } from './license-link.ts'
export { type NavigationLink, navigationOf } from './navigation.ts'
export { type OutlineBranch, outlineTree, showsContents } from './outline-tree.ts'
export { type PostsOfYear, postsByYear } from './posts-by-year.ts'
export { readingMinutes } from './reading-time.ts'
export { scriptOf } from './script-of.ts'
