import type { ContentDate } from '../model/content-date.ts'
import { type Diagnostic, diagnose } from '../model/diagnostic.ts'
import type { Settings } from '../model/settings.ts'
import { readYaml } from '../syntax/yaml/read-yaml.ts'
import type { ValuesOf } from './field.ts'
import { readKeys } from './read-keys.ts'
import { beginReading } from './reading.ts'
import { type SiteKeys, siteKeys } from './site-keys.ts'

/** The settings of a site, checked. */
export interface SettingsReading {
  /** Undefined where they cannot be made sense of: a fault of configuration. */
  readonly settings: Settings | undefined
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * Reads `content/site.yaml` and fills in what it leaves out. An unknown key is told of and passed over;
 * any other error leaves the site without settings.
 *
 * @param file relative to the site's root
 * @param text undefined where there is no such file
 */
export function readSettings(file: string, text: string | undefined): SettingsReading {
  if (text === undefined) return { settings: settingsOf({}), diagnostics: [noFile(file)] }
  const origin = { line: 1, offset: 0 }
  const yaml = readYaml(file, text, origin, 'title: Marginal notes')
  if (!yaml.document) return { settings: undefined, diagnostics: yaml.diagnostics }
  const reading = beginReading(file, text, origin)
  const { values, unread } = readKeys(siteKeys, yaml.document.contents, reading)
  const diagnostics = [...reading.diagnostics, ...missing(file, values, unread)]
  const broken = diagnostics.some(({ code, severity }) => severity === 'error' && code !== 'FM101')
  return { settings: broken ? undefined : settingsOf(values), diagnostics }
}

function settingsOf(values: ValuesOf<SiteKeys>): Settings {
  return {
    title: values.title ?? 'Untitled',
    url: values.url ?? 'http://localhost/',
    description: values.description ?? '',
    lang: values.lang ?? 'en',
    authors: values.authors ?? [],
    theme: values.theme ?? 'marginalia',
    permalink: values.permalink ?? '/posts/:slug/',
    pageSize: values.pageSize ?? 10,
    license: values.license,
    feeds: { items: values.feeds?.items ?? 20, hub: values.feeds?.hub },
    code: { highlight: values.code?.highlight ?? true },
    notes: { stars: values.notes?.stars ?? 'auto', marks: values.notes?.marks ?? 'number' },
    keyFacts: { automatic: values.keyFacts?.automatic ?? true },
    abbreviations: values.abbreviations ?? [],
    references: {
      cve: values.references?.cve ?? false,
      cwe: values.references?.cwe ?? false,
      rfc: values.references?.rfc ?? false,
    },
    math: values.math ?? false,
    html: values.html ?? 'safe',
    nav: values.nav ?? [],
    cards: values.cards ?? false,
    images: { remote: values.images?.remote ?? [] },
    security: {
      contact: values.security?.contact ?? [],
      expires: values.security?.expires && rfc3339(values.security.expires),
      policy: values.security?.policy,
      encryption: values.security?.encryption,
      acknowledgments: values.security?.acknowledgments,
      languages: values.security?.languages ?? [],
    },
  }
}

/** RFC 3339; a bare day stands for its midnight in UTC. */
function rfc3339({ text, day }: ContentDate): string {
  return text === day ? `${day}T00:00:00Z` : text
}

function noFile(file: string): Diagnostic {
  return diagnose('FM202', {
    message: `There is no ${file}, so the site is called “Untitled” and its address is http://localhost/.`,
    file,
    hint: 'Write that file: title: …, url: https://…, description: … on a line each.',
  })
}

const needed = [
  ['url', 'FM203', 'The site has no `url`, so links in feeds lead to http://localhost/.'],
  ['title', 'FM204', 'The site has no `title`, so it is called “Untitled”.'],
  ['description', 'FM205', 'The site has no `description`, so its feeds and home page have none.'],
] as const

/** Warnings for what every site should say. */
function missing(
  file: string,
  values: ValuesOf<SiteKeys>,
  unread: ReadonlySet<keyof SiteKeys>,
): readonly Diagnostic[] {
  return needed
    .filter(([name]) => values[name] === undefined && !unread.has(name))
    .map(([name, code, message]) =>
      diagnose(code, { message, file, hint: `${name}: ${siteKeys[name].example}` }),
    )
}
