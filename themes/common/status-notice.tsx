import { findPost, type Page, type PageProps, type Post } from 'ibid/theme'

interface StatusNoticeProps extends PageProps {
  readonly essay: (Post | Page)['essay']
}

/** Says at the head of an essay that it no longer holds, and what to read instead. */
export const StatusNotice = ({ essay, ...page }: StatusNoticeProps) => {
  const { status } = essay.front
  return (
    status !== undefined && (
      <div class={['notice', status.kind]} role="note">
        <p>
          <strong>
            {status.kind === 'retracted' ? page.strings.retracted : page.strings.superseded}
          </strong>
          {status.by !== undefined && <Replacement {...page} by={status.by} />}
        </p>
      </div>
    )
  )
}

/** The post that takes the place of the essay, by its id, slug or address. */
const Replacement = ({ by, site, strings, href }: PageProps & { readonly by: string }) => {
  const post = findPost(site, by)
  const address = post ? href(post.route) : /^https?:\/\//i.test(by) ? by : undefined
  return (
    address !== undefined && (
      <>
        {' '}
        {strings.readInstead} <a href={address}>{post?.essay.title ?? by}</a>
      </>
    )
  )
}
