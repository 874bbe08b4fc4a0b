import type { PageProps, Post } from 'ibid/theme'

interface RelatedProps extends PageProps {
  readonly post: Post
}

/** The id of the heading, which no heading of an essay can have. */
const headingId = 'Related'

/** What else to read. */
export const Related = ({ post: { related = [] }, strings, href }: RelatedProps) =>
  related.length > 0 && (
    <nav class="related" aria-labelledby={headingId}>
      <h2 id={headingId}>{strings.relatedPosts}</h2>
      <ul>
        {related.map(({ title, route }) => (
          <li>
            <a href={href(route)}>{title}</a>
          </li>
        ))}
      </ul>
    </nav>
  )
