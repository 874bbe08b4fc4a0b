import {
  type OutlineBranch,
  outlineTree,
  type Page,
  type Post,
  type Strings,
  showsContents,
} from 'ibid/theme'

interface ContentsProps {
  readonly essay: (Post | Page)['essay']
  readonly strings: Strings
}

/** The essay's headings, two levels of them, folded away until they are asked for. */
export const Contents = ({ essay, strings }: ContentsProps) =>
  showsContents(essay) && (
    <nav class="contents" aria-label={strings.contents}>
      <details>
        <summary>{strings.contents}</summary>
        <Branches branches={outlineTree(essay.outline)} levels={2} />
      </details>
    </nav>
  )

interface BranchesProps {
  readonly branches: readonly OutlineBranch[]
  /** How many levels are still shown. */
  readonly levels: number
}

const Branches = ({ branches, levels }: BranchesProps) => (
  <ol>
    {branches.map(({ entry, children }) => (
      <li>
        <a href={`#${entry.id}`}>{entry.text}</a>
        {levels > 1 && children.length > 0 && <Branches branches={children} levels={levels - 1} />}
      </li>
    ))}
  </ol>
)
