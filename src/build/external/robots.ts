/** What a site's `robots.txt` lets our program ask for (RFC 9309). */
export type RobotRules = (path: string) => boolean

interface Rule {
  readonly allow: boolean
  readonly pattern: string
}

/**
 * Reads a `robots.txt`.
 *
 * @param agent our name, in lower case; a group for it comes before the one for all
 */
export function readRobots(text: string, agent: string): RobotRules {
  const groups = groupsOf(text)
  const own = groups.filter(({ agents }) => agents.includes(agent))
  const chosen = own.length > 0 ? own : groups.filter(({ agents }) => agents.includes('*'))
  const rules = chosen.flatMap((group) => group.rules)
  return (path) => {
    const [best] = rules
      .filter((rule) => rule.pattern !== '' && matches(rule.pattern, path))
      .sort((a, b) => b.pattern.length - a.pattern.length || Number(b.allow) - Number(a.allow))
    return best?.allow ?? true
  }
}

/** RFC 9309, 2.2.1: groups for one name belong together wherever they stand. */
function groupsOf(text: string): { agents: string[]; rules: Rule[] }[] {
  const groups: { agents: string[]; rules: Rule[] }[] = []
  let naming = false
  for (const line of text.slice(0, 512 * 1024).split(/\r\n|\r|\n/)) {
    const [, key = '', value = ''] = /^\s*([a-z-]+)\s*:\s*([^#]*)/i.exec(line) ?? []
    const name = key.toLowerCase()
    if (name === 'user-agent') {
      if (!naming) groups.push({ agents: [], rules: [] })
      groups.at(-1)?.agents.push(value.trim().toLowerCase())
      naming = true
    } else if (name === 'allow' || name === 'disallow') {
      groups.at(-1)?.rules.push({ allow: name === 'allow', pattern: value.trim() })
      naming = false
    }
  }
  return groups
}

/** `*` stands for anything, `$` at the end for the end; compared piece by piece, so that no pattern can be slow. */
function matches(pattern: string, path: string): boolean {
  const ends = pattern.endsWith('$')
  const [first = '', ...rest] = (ends ? pattern.slice(0, -1) : pattern).split('*')
  if (!path.startsWith(first)) return false
  let at = first.length
  for (const [index, piece] of rest.entries()) {
    if (ends && index === rest.length - 1)
      return path.length - piece.length >= at && path.endsWith(piece)
    const found = path.indexOf(piece, at)
    if (found < 0) return false
    at = found + piece.length
  }
  return !ends || at === path.length
}
