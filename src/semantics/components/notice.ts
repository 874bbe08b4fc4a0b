import type { NoticeNode } from '../../model/components.ts'
import { type Blocks, type Container, placeOf, type Replaced, unlabelled } from './container.ts'
import { isEmpty } from './is-empty.ts'
import { titleWords } from './key-facts-title.ts'
import type { TitlePlan } from './plan-titles.ts'

/** `:::notice[Title]` and `:::warning[Title]`. A title alone is notice enough. */
export function notice(container: Container, plan: TitlePlan, kind: NoticeNode['kind']): Replaced {
  const { children, closed, say } = container
  const [first] = children
  const titled =
    plan.title !== undefined && (first?.type === 'paragraph' || first?.type === 'heading')
  const title = titled ? titleWords(first) : []
  const blocks = titled ? children.slice(1) : children
  const held = blocks.slice(0, closed ? blocks.length : 1) as Blocks
  if (isEmpty(held) && title.length === 0) {
    const message = `This ${kind} holds nothing.`
    const hint = `Write what there is to know between :::${kind}[Title] and :::, or take both lines away.`
    return { nodes: unlabelled(container), diagnostics: [say('HT205', message, hint)] }
  }
  const section: NoticeNode = {
    type: 'notice',
    kind,
    title,
    depth: plan.depth,
    id: plan.id,
    children: held,
    ...placeOf(container),
  }
  return { nodes: [section, ...blocks.slice(held.length)], diagnostics: [] }
}
