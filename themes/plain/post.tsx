import { type Child, type PageProps, type Post, type PostProps, placeInSeries } from 'ibid/theme'
import { Cite } from '../common/cite.tsx'
import { License } from '../common/license.tsx'
import { OtherLanguages } from '../common/other-languages.tsx'
import { Related } from '../common/related.tsx'
import { Separated } from '../common/separated.tsx'
import { Byline } from './byline.tsx'
import { EssayArticle } from './essay-article.tsx'
import { Frame } from './frame.tsx'

interface PartProps extends PageProps {
  readonly post: Post
}

interface PostPageProps extends PostProps {
  /** A theme's own form of the advisory's facts. */
  readonly facts?: Child
}

/** One post, whole. What follows it is a footer: reader modes would take it for the end of a short post. */
export const PostPage = ({ post, trees, facts, ...page }: PostPageProps) => (
  <Frame {...page} isEntry>
    <EssayArticle
      {...page}
      facts={facts}
      essay={post.essay}
      trees={trees}
      byline={<Byline {...page} post={post} />}
    >
      <Colophon {...page} post={post} />
    </EssayArticle>
    <footer class="after-post">
      <Cite {...page} post={post} />
      <Related {...page} post={post} />
      <Neighbours {...page} post={post} />
    </footer>
  </Frame>
)

/** What belongs to the post but not to the reading of it. */
const Colophon = ({ post, ...page }: PartProps) => (
  <footer class="colophon">
    <SeriesPart {...page} post={post} />
    <OtherLanguages {...page} translations={post.translations} />
    {post.tags.length > 0 && (
      <p>
        {page.strings.tags}:{' '}
        <Separated
          by=", "
          items={post.tags.map((tag) => (
            <a class="p-category" href={page.href(tag.route)} rel="tag">
              {tag.name}
            </a>
          ))}
        />
      </p>
    )}
    {post.essay.front.discuss.length > 0 && (
      <p>
        {page.strings.discussion}:{' '}
        <Separated
          by=", "
          items={post.essay.front.discuss.map((place) => <a href={place.url}>{place.site}</a>)}
        />
      </p>
    )}
    <License
      license={post.essay.front.license ?? page.site.settings.license}
      strings={page.strings}
    />
  </footer>
)

const SeriesPart = ({ post, site, strings, href }: PartProps) => {
  const place = placeInSeries(site, post)
  return (
    place && (
      <p>
        <a href={href(place.series.route)}>{strings.series(place.series.title)}</a>
        {' · '}
        {strings.partOf(place.part, place.series.posts.length)}
      </p>
    )
  )
}

/** The posts before and after, by date. */
const Neighbours = ({ post, strings, href }: PartProps) =>
  (post.older !== undefined || post.newer !== undefined) && (
    <nav class="neighbours" aria-label={strings.morePosts}>
      {post.older && (
        <a class="older" href={href(post.older.route)} rel="prev">
          <small>{strings.older}</small> <span>{post.older.title}</span>
        </a>
      )}
      {post.newer && (
        <a class="newer" href={href(post.newer.route)} rel="next">
          <small>{strings.newer}</small> <span>{post.newer.title}</span>
        </a>
      )}
    </nav>
  )
