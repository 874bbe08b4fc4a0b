import type { SeriesProps } from 'ibid/theme'
import { Frame } from './frame.tsx'
import { PostList } from './post-list.tsx'

/** The parts of a series, first part first. */
export const SeriesPage = ({ series, ...page }: SeriesProps) => (
  <Frame {...page}>
    <div class="list-head">
      <h1>{page.title}</h1>
      <p class="subtitle">{page.strings.posts(series.posts.length)}</p>
    </div>
    <PostList {...page} posts={series.posts} />
  </Frame>
)
