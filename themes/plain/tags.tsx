import type { PageProps, TagProps } from 'ibid/theme'
import { Frame } from './frame.tsx'
import { PostList } from './post-list.tsx'

/** Every tag, with how many posts have it. */
export const TagsPage = (page: PageProps) => (
  <Frame {...page}>
    <div class="list-head">
      <h1>{page.title}</h1>
    </div>
    {page.site.tags.length === 0 && <p>{page.strings.noPosts}</p>}
    <ul class="tag-list">
      {page.site.tags.map((tag) => (
        <li>
          <a href={page.href(tag.route)}>{tag.name}</a>{' '}
          <small>{page.strings.posts(tag.posts.length)}</small>
        </li>
      ))}
    </ul>
  </Frame>
)

/** The posts with one tag. */
export const TagPage = ({ tag, ...page }: TagProps) => (
  <Frame {...page}>
    <div class="list-head">
      <h1>{page.title}</h1>
      <p class="subtitle">{page.strings.posts(tag.posts.length)}</p>
    </div>
    <PostList {...page} posts={tag.posts} />
  </Frame>
)
