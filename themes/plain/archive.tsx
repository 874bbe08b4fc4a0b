import { type PageProps, postsByYear } from 'ibid/theme'
import { Frame } from './frame.tsx'
import { PostLines } from './post-list.tsx'

/** Every post, by year. */
export const ArchivePage = (page: PageProps) => (
  <Frame {...page}>
    <div class="list-head">
      <h1>{page.title}</h1>
      <p class="subtitle">{page.strings.posts(page.site.posts.length)}</p>
    </div>
    {page.site.posts.length === 0 && <p>{page.strings.noPosts}</p>}
    {postsByYear(page.site.posts).map(({ year, posts }) => (
      <section class="year">
        {year !== '' && <h2>{year}</h2>}
        <PostLines {...page} posts={posts} />
      </section>
    ))}
  </Frame>
)
