import { isMap, isScalar, isSeq, type Node, type Pair, type YAMLMap } from 'yaml'
import { type Diagnostic, diagnose } from '../../model/diagnostic.ts'
import type { YamlText } from './check-tokens.ts'

/** Names that mean something to the machinery below every object. */
const refusedKeys = new Set(['__proto__', 'constructor', 'prototype'])

/** Finds keys that are given twice, that are no text, or that must never be a key. */
export function checkKeys(root: Node, source: YamlText): readonly Diagnostic[] {
  const found: Diagnostic[] = []
  const stack: unknown[] = [root]
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (isSeq(node)) stack.push(...[...node.items].reverse())
    if (!isMap(node)) continue
    found.push(...keysOf(node, source))
    for (const pair of [...node.items].reverse()) stack.push(pair.value)
  }
  return found
}

/** The name of a key as it was written; undefined where it is no text. */
export function keyName(key: unknown): string | undefined {
  if (!isScalar(key)) return undefined
  return typeof key.value === 'string' ? key.value : key.source
}

function keysOf(map: YAMLMap<unknown, unknown>, source: YamlText): readonly Diagnostic[] {
  const first = new Map<string, number>()
  const found: Diagnostic[] = []
  for (const pair of map.items) {
    const [start, end] = keyRange(pair, map)
    const name = keyName(pair.key)
    const place = source.placeOf(start, end)
    const before = name === undefined ? undefined : first.get(name)
    if (name === undefined || name === '') found.push(noText(source, place))
    else if (name === '<<' || refusedKeys.has(name)) found.push(refused(source, name, place))
    else if (before !== undefined) {
      const earlier = source.placeOf(before, before + name.length)
      found.push(repeated(source, name, place, earlier))
    } else first.set(name, start)
  }
  return found
}

function keyRange(pair: Pair<unknown, unknown>, map: YAMLMap<unknown, unknown>): [number, number] {
  const range = (pair.key as Partial<Node> | null)?.range ?? map.range ?? [0, 0, 0]
  return [range[0], Math.max(range[1], range[0] + 1)]
}

type Place = ReturnType<YamlText['placeOf']>

function noText({ file }: YamlText, place: Place): Diagnostic {
  return diagnose('FM305', {
    message: 'Something else than a word is the key here.',
    file,
    place,
    hint: 'Write `key: value`.',
  })
}

function refused({ file }: YamlText, name: string, place: Place): Diagnostic {
  if (name === '<<')
    return diagnose('FM307', {
      message: '`<<` would take over the keys of another value. That is not allowed here.',
      file,
      place,
      hint: 'Write the keys out.',
    })
  return diagnose('FM308', {
    message: `\`${name}\` is a forbidden key: programs that read it could be made to change.`,
    file,
    place,
    hint: 'Take it away, or give it another name.',
  })
}

function repeated({ file }: YamlText, name: string, place: Place, earlier: Place): Diagnostic {
  return diagnose('FM306', {
    message: `\`${name}\` is given twice: on line ${earlier.start.line} and on line ${place.start.line}.`,
    file,
    place,
    hint: 'Take one of the two away.',
    related: [{ message: 'The first one', file, place: earlier }],
  })
}
