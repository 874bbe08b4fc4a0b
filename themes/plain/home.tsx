import type { HomeProps, PageProps } from 'ibid/theme'
import { Frame } from './frame.tsx'
import { PostList } from './post-list.tsx'

/** The newest posts, one page of them. */
export const HomePage = ({ list, ...page }: HomeProps) => (
  <Frame {...page} isHome={list.number === 1}>
    <div class="list-head">
      <h1>{page.title}</h1>
      {list.number === 1 && page.site.settings.description !== '' && (
        <p class="subtitle">{page.site.settings.description}</p>
      )}
    </div>
    <PostList {...page} posts={list.posts} />
    <Pager {...page} list={list} />
  </Frame>
)

const Pager = ({ list, strings, href }: PageProps & Pick<HomeProps, 'list'>) =>
  list.count > 1 && (
    <nav class="pager" aria-label={strings.page(list.number, list.count)}>
      {list.newer && (
        <a href={href(list.newer)} rel="prev">
          {strings.newer}
        </a>
      )}
      <span>{strings.page(list.number, list.count)}</span>
      {list.older && (
        <a href={href(list.older)} rel="next">
          {strings.older}
        </a>
      )}
    </nav>
  )
