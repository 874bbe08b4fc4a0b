import { type PageProps, type Post, readingMinutes } from 'ibid/theme'
import { Authors } from '../common/authors.tsx'
import { Day } from '../common/day.tsx'
import { Parts } from '../common/parts.tsx'
import { Held } from './byline.tsx'

interface PostListProps extends PageProps {
  readonly posts: readonly Post[]
}

/** Posts with their first words: what a reader chooses from. */
export const PostList = ({ posts, ...page }: PostListProps) => {
  if (posts.length === 0) return <p>{page.strings.noPosts}</p>
  return (
    <ol class={['post-list', 'h-feed']}>
      {posts.map((post) => (
        <li class="h-entry">
          <h2 class="p-name">
            <a class="u-url" href={page.href(post.route)} lang={foreign(post, page)}>
              {post.essay.title}
            </a>
          </h2>
          <p class="p-summary" lang={foreign(post, page)}>
            {post.essay.standfirst ?? post.essay.summary}
          </p>
          <ListedFacts {...page} post={post} />
        </li>
      ))}
    </ol>
  )
}

/** When, how long, and who, where several write. */
const ListedFacts = ({ post, ...page }: PageProps & { readonly post: Post }) => {
  const { strings } = page
  const minutes = readingMinutes(post.essay.words)
  return (
    <p class="byline">
      <Held post={post} strings={strings} />
      <Parts
        items={[
          page.site.authors !== undefined && (
            <span class="authors">
              <Authors {...page} essay={post.essay} />
            </span>
          ),
          post.essay.date && <Day date={post.essay.date} strings={strings} class="dt-published" />,
          <span class="reading-time">{strings.minutes(minutes.body, minutes.body)}</span>,
        ]}
      />
    </p>
  )
}

/** Posts as bare lines: title and date. */
export const PostLines = ({ posts, ...page }: PostListProps) => (
  <ol class="post-lines">
    {posts.map((post) => (
      <li>
        <a href={page.href(post.route)} lang={foreign(post, page)}>
          {post.essay.title}
        </a>{' '}
        <Held post={post} strings={page.strings} />
        {post.essay.date && <Day date={post.essay.date} strings={page.strings} />}
      </li>
    ))}
  </ol>
)

/** The language of a post's own words, where it is another one than the list's. */
function foreign(post: Post, { lang }: PageProps): string | undefined {
  return post.essay.lang === lang ? undefined : post.essay.lang
}
