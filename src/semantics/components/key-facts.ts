import type { KeyFactsNode } from '../../model/components.ts'
import { textOf } from '../../model/plain-text.ts'
import { type Blocks, type Container, placeOf, type Replaced, unlabelled } from './container.ts'
import { titleWords } from './key-facts-title.ts'
import type { TitlePlan } from './plan-titles.ts'

/** `:::key-facts[Title]`: a list under a heading. */
export function keyFacts(container: Container, plan: TitlePlan): Replaced {
  const { children, closed, say } = container
  // A title that is taken from the blocks is always the first of them.
  const [first] = children
  const titled =
    plan.title !== undefined && (first?.type === 'paragraph' || first?.type === 'heading')
  const blocks = titled ? children.slice(1) : children
  const list = blocks.findIndex((block) => block.type === 'list')
  const facts = blocks.slice(0, closed ? blocks.length : Math.max(0, list) + 1) as Blocks
  if (textOf(facts) === '' && !facts.some((fact) => fact.type === 'list')) {
    const message = 'These key facts hold nothing.'
    const hint = 'Write a list on the lines between :::key-facts and :::, one fact to each “- ”.'
    return { nodes: unlabelled(container), diagnostics: [say('KF101', message, hint)] }
  }
  const section: KeyFactsNode = {
    type: 'keyFacts',
    title: titled ? titleWords(first) : [],
    depth: plan.depth,
    id: plan.id,
    children: facts,
    ...placeOf(container),
  }
  const message = 'These key facts hold no list; they are printed as they are.'
  const hint = 'Begin each fact on a line of its own with “- ”.'
  return {
    nodes: [section, ...blocks.slice(facts.length)],
    diagnostics: list < 0 ? [say('KF102', message, hint)] : [],
  }
}
