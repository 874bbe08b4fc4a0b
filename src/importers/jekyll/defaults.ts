import { lowerKeys, type OldFront, textOf } from '../front-values.ts'

/**
 * The front matter that `defaults` of the settings give a file: of all that hold for it, the more special
 * ones last.
 *
 * @param path relative to the blog
 */
export function defaultsFor(config: OldFront, path: string, type: string): OldFront {
  const all = Array.isArray(config.defaults) ? config.defaults : []
  const holding = all
    .flatMap((each) => {
      const { scope, values } = mapping(each)
      const { path: below, type: wanted } = mapping(scope)
      const folder = (textOf(below) ?? '').replace(/^\/+|\/+$|\/?\*.*$/g, '')
      const holds =
        (folder === '' || path === folder || path.startsWith(`${folder}/`)) &&
        (textOf(wanted) ?? type) === type
      return holds ? [{ folder, values: mapping(values) }] : []
    })
    .sort((a, b) => a.folder.length - b.folder.length)
  return Object.assign({}, ...holding.map(({ values }) => values))
}

function mapping(value: unknown): OldFront {
  return typeof value === 'object' && value !== null ? lowerKeys({ ...value }) : {}
}
