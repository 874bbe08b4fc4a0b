import type { SearchProps } from 'ibid/theme'
import { Frame } from './frame.tsx'

/** The field to search in, and what is found. */
export const SearchPage = ({ trees, ...page }: SearchProps) => (
  <Frame {...page}>
    <div class="list-head">
      <h1>{page.title}</h1>
    </div>
    {trees.body}
  </Frame>
)
