import { citationOf, type PageProps, type Post } from 'ibid/theme'

interface CiteProps extends PageProps {
  readonly post: Post
}

/** How to cite a post, folded away until it is asked for. */
export const Cite = ({ post, ...page }: CiteProps) => {
  const { plain, bibtex, cslJson } = citationOf(post, page)
  return (
    <details class="cite">
      <summary>{page.strings.citeThis}</summary>
      <dl>
        <dt>{page.strings.plainText}</dt>
        <dd>{plain}</dd>
        <dt>BibTeX</dt>
        <dd>
          <code lang="zxx">{bibtex}</code>
        </dd>
        <dt>CSL-JSON</dt>
        <dd>
          <code lang="zxx">{cslJson}</code>
        </dd>
      </dl>
    </details>
  )
}
