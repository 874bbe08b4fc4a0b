import { checkHost } from '../check/host.ts'
import { checkSecurityText, type SettingsPlaces } from '../check/security-text.ts'
import type { SharedNote } from '../essay/shared-notes.ts'
import type { SourceFiles } from '../io/ports.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { Essay } from '../model/essay.ts'
import type { Site } from '../model/site.ts'
import { placeOfSetting } from '../schema/place-of-setting.ts'
import type { LinkResolver } from '../site/resolve-link.ts'
import type { SiteLinks } from './cache/site-links.ts'
import { checkAuthoring } from './check-authoring.ts'
import { checkBuilt, checkEverything } from './check-site.ts'
import type { DrawnPage } from './draw-pages.ts'
import { hostSigns } from './host-signs.ts'
import type { PictureLookup } from './images.ts'
import { permalinkFindings } from './permalink-findings.ts'
import type { OutputPlan } from './plan.ts'
import type { Content } from './read-content.ts'

/** A site that has been drawn, with what it was drawn from. */
interface DrawnSite {
  readonly site: Site
  readonly content: Content
  readonly essays: readonly Essay[]
  readonly sharedNotes: ReadonlyMap<string, SharedNote>
  readonly resolve: LinkResolver
  readonly picture: PictureLookup
  readonly links: SiteLinks
  readonly pages: readonly DrawnPage[]
  /** Undefined where two files would have one place. */
  readonly plan: OutputPlan | undefined
  /** Milliseconds since 1970. */
  readonly now: number
}

/**
 * What is to be said of a site as a whole: of its links, pictures and addresses in every build; of everything else
 * that an author would want to know where that is asked for.
 *
 * @param ways `check`: whether it is asked for; `complete`: whether no text had to be left out
 */
export async function siteFindings(
  drawn: DrawnSite,
  ways: { readonly check: boolean; readonly complete: boolean },
  files: SourceFiles,
): Promise<readonly Diagnostic[]> {
  const { site, content, essays, now, plan, pages, resolve } = drawn
  const { settings } = site
  const places = settingsPlaces(content)
  const always = [
    ...checkBuilt(drawn),
    ...checkSecurityText(settings.security, now, places),
    ...permalinkFindings({ content, site, essays, complete: ways.complete, now }),
  ]
  if (!ways.check) return always
  return [
    ...always,
    ...checkHost(await hostSigns(settings, content, files)),
    ...(plan ? checkEverything({ site, resolve, content, plan, pages, settings: places }) : []),
    ...checkAuthoring({ ...drawn, settings }),
  ]
}

/** Finds where settings stand in `content/site.yaml`. */
export function settingsPlaces({ settings }: Content): SettingsPlaces {
  const file = 'content/site.yaml'
  return { file, placeOf: (...keys) => placeOfSetting(file, settings?.text, keys) }
}
