import { routePath } from '../../model/paths.ts'
import type { Field } from '../field.ts'
import { type CheckedText, checkedText, text } from './text.ts'

/** An absolute `http://` or `https://` address. */
export const webAddress: Field<string> = {
  ...checkedText(text({ kind: 'a web address' }), checkWebAddress),
  kind: 'web address',
  schema: { type: 'string', format: 'uri', pattern: '^[Hh][Tt][Tt][Pp][Ss]?://' },
}

/** Where a link may lead: a web address, `mailto:`, or a path of this site. */
export const linkAddress: Field<string> = {
  ...checkedText(text({ kind: 'an address' }), checkLink),
  kind: 'address',
  schema: { type: 'string', format: 'uri-reference' },
}

/** A former address of a post on this site: a path, not percent-encoded. */
export const oldPath: Field<string> = {
  ...checkedText(text({ kind: 'a path' }), checkOldPath),
  kind: 'path on this site',
  schema: { type: 'string', pattern: '^(?![a-zA-Z][a-zA-Z0-9+.-]*:|//)[^?#*\\\\]+$' },
}

/** Whom to tell of a fault: `mailto:`, `https:` or `tel:` (RFC 9116, 2.5.3). A bare mail address is taken for the first. */
export const contactAddress: Field<string> = {
  ...checkedText(text({ kind: 'an address' }), checkContact),
  kind: 'mail or web address',
  schema: { type: 'string' },
}

/** An absolute `https://` address. */
export const secureAddress: Field<string> = {
  ...checkedText(text({ kind: 'a web address' }), checkSecure),
  kind: 'https address',
  schema: { type: 'string', format: 'uri', pattern: '^[Hh][Tt][Tt][Pp][Ss]://' },
}

/** A host such as `images.example.org`, or `*.example.org` for all below it. */
export const host: Field<string> = {
  ...checkedText(text({ kind: 'a host' }), checkHost),
  kind: 'host',
  schema: { type: 'string', pattern: '^(\\*\\.)?[A-Za-z0-9.-]+(:[0-9]{1,5})?$' },
}

type Checked = CheckedText<string>

function wrong(problem: string, instead?: string): Checked {
  return { code: 'FM110', problem, instead }
}

/** What a parser of addresses would drop or turn without a word. */
function badCharacters(value: string): Checked | undefined {
  if (/\s/u.test(value)) return wrong('there is white space in it', value.replace(/\s+/gu, '%20'))
  return value.includes('\\')
    ? wrong('a back slash stands in it', value.replaceAll('\\', '/'))
    : undefined
}

function checkWebAddress(value: string): Checked {
  const bad = badCharacters(value)
  if (bad) return bad
  if (!/^https?:\/\//i.test(value))
    return wrong(
      'it does not begin with https:// or http://',
      /^[\w-]+(\.[\w-]+)+(\/|$)/.test(value) ? `https://${value}` : 'https://example.org/page/',
    )
  if (!URL.canParse(value)) return wrong('it is no web address')
  const url = new URL(value)
  return url.username || url.password
    ? wrong('it has a user name or a password in it, which every reader would see')
    : { value: url.href }
}

function checkLink(value: string): Checked {
  const bad = badCharacters(value)
  if (bad) return bad
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(value)?.[1]?.toLowerCase()
  if (scheme === 'http' || scheme === 'https') return checkWebAddress(value)
  if (scheme === 'mailto') return checkMail(value)
  if (scheme !== undefined) return wrong(`${scheme}: addresses are not allowed`)
  if (value.startsWith('//')) return wrong('it names no scheme', `https:${value}`)
  return { value }
}

function checkMail(value: string): Checked {
  return /^mailto:[^@]+@[^@]+$/i.test(value)
    ? { value }
    : wrong('it is no mail address', 'mailto:someone@example.org')
}

function checkContact(value: string): Checked {
  if (/^[^@\s:/]+@[^@\s:/]+$/.test(value)) return { value: `mailto:${value}` }
  if (/^tel:\+?[0-9().-]+$/i.test(value)) return { value }
  if (/^http:/i.test(value)) return wrong('it must be https://', value.replace(/^http:/i, 'https:'))
  const checked = /^(?:https|mailto):/i.test(value) ? checkLink(value) : undefined
  return checked ?? wrong('it is no mail address and no web address', 'mailto:security@example.org')
}

function checkSecure(value: string): Checked {
  if (/^http:/i.test(value)) return wrong('it must be https://', value.replace(/^http:/i, 'https:'))
  return checkWebAddress(value)
}

function checkHost(value: string): Checked {
  const name = value.replace(/^https?:\/\//i, '').replace(/\/.*$/, '')
  if (name !== value) return wrong('only the host is wanted', name)
  return /^(?:\*\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)*(?::\d{1,5})?$/i.test(value)
    ? { value: value.toLowerCase() }
    : wrong('it is no host', 'images.example.org')
}

function checkOldPath(value: string): Checked {
  if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(value))
    return wrong('only the path on this site is wanted', pathOf(value))
  if (/[?#]/.test(value))
    return wrong('no query or fragment can be sent on', value.replace(/[?#].*$/, ''))
  const path = decoded(value)
  if (path === undefined || /[\p{Cc}]/u.test(path)) return wrong('it is no path of this site')
  // In the redirects of a host `*` and `:name` stand for anything: one post would catch other pages.
  if (/\*|(?:^|\/):/.test(path))
    return wrong(
      '`*`, and `:` at the start of a part, stand for any page in the redirects of hosts',
    )
  const inner = path.replace(/^\/+|\/+$/g, '')
  if (inner === '') return wrong('it is the home page, which this site has anyway')
  try {
    routePath(`/${inner}/`)
  } catch {
    return wrong('a part of it is empty, `.` or `..`, or a back slash stands in it')
  }
  return { value: path }
}

function pathOf(address: string): string {
  if (address.startsWith('//')) return address.replace(/^\/+/, '/')
  return (URL.canParse(address) && decoded(new URL(address).pathname)) || '/old/path/'
}

/** Undefined where the percent signs do not stand for UTF-8. */
function decoded(value: string): string | undefined {
  try {
    return decodeURIComponent(value)
  } catch {
    return undefined
  }
}
