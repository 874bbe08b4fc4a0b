import { bylineOf, type Page, type PageProps, type Post } from 'ibid/theme'

interface AuthorsProps extends PageProps {
  readonly essay: (Post | Page)['essay']
}

/** Stands where the names go in a phrase that a language puts around them. */
const place = '\u0000'

/** Who wrote an essay, in a phrase: each name leads to its author's page, or to their own address. */
export const Authors = ({ essay, ...page }: AuthorsProps) => {
  const { strings } = page
  const authors = bylineOf(essay, page)
  if (authors.length === 0) return null
  const names = strings.names(authors.map((_, index) => `${place}${index}${place}`))
  return strings
    .by(names)
    .split(place)
    .map((part, index) => {
      const author = index % 2 === 1 ? authors[Number(part)] : undefined
      if (!author) return part
      if (author.href === undefined) return <span class="p-author">{author.name}</span>
      return (
        <a class={['p-author', 'h-card']} href={author.href} rel="author">
          {author.name}
        </a>
      )
    })
}
