import type { Paragraph, RootContent } from 'mdast'
import type { ContainerDirective } from 'mdast-util-directive'
import type { PullQuoteNode } from '../../model/components.ts'
import { type Diagnostic, diagnose } from '../../model/diagnostic.ts'
import type { DiagnosticCode } from '../../model/diagnostic-codes.ts'
import { labelOf } from './directive.ts'
import type { TitlePlan } from './plan-titles.ts'

/** What a component may hold. */
export type Blocks = PullQuoteNode['children']

/** A container that is about to become a component. */
export interface Container {
  readonly node: ContainerDirective
  /** Its blocks, done; the label's paragraph first where it has one. */
  readonly children: readonly RootContent[]
  readonly plan: TitlePlan | undefined
  /** False where it runs to the end of the text, so that only its first blocks may be taken. */
  readonly closed: boolean
  /** Makes a finding about it. */
  readonly say: (code: DiagnosticCode, message: string, hint: string) => Diagnostic
}

/** What stands in a container's place, and what is to be said about it. */
export interface Replaced {
  readonly nodes: readonly RootContent[]
  readonly diagnostics: readonly Diagnostic[]
}

/** Makes the findings about one container. */
export function sayOf(node: ContainerDirective, file: string): Container['say'] {
  return (code, message, hint) => diagnose(code, { message, file, place: node.position, hint })
}

/** The blocks of a container, its label an ordinary paragraph. */
export function unlabelled({ node, children }: Container): RootContent[] {
  const [first, ...rest] = children
  if (!labelOf(node) || first?.type !== 'paragraph') return [...children]
  const { data: _, ...label } = first
  return [label satisfies Paragraph, ...rest]
}

/** The label of a container apart from its blocks. */
export function labelAndBlocks(container: Container): {
  readonly label: Paragraph | undefined
  readonly blocks: readonly RootContent[]
} {
  const all = unlabelled(container)
  const [first, ...rest] = all
  return labelOf(container.node) && first?.type === 'paragraph'
    ? { label: first, blocks: rest }
    : { label: undefined, blocks: all }
}

/** Where the container stands, for the node in its place. */
export function placeOf({ node }: Container): Pick<ContainerDirective, 'position'> {
  return node.position ? { position: node.position } : {}
}
