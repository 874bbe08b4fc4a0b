/** A licence as a link or, where it is no licence with a known address, as words. */
export interface LicenseLink {
  readonly name: string
  readonly href: string | undefined
}

/**
 * Reads the licence of an essay: an address, a Creative Commons licence by its SPDX or spoken name
 * (`CC-BY-SA-4.0`, `CC BY 4.0`, `CC0`), or any other words.
 */
export function licenseLink(license: string): LicenseLink {
  if (/^https?:\/\/\S+$/i.test(license)) return { name: nameOfAddress(license), href: license }
  const match = /^CC[ -](BY(?:-(?:NC|SA|ND)){0,2})(?:[ -](\d\.\d))?$/i.exec(license.trim())
  if (match?.[1] !== undefined) {
    const version = match[2] ?? '4.0'
    return {
      name: `CC ${match[1].toUpperCase()} ${version}`,
      href: `https://creativecommons.org/licenses/${match[1].toLowerCase()}/${version}/`,
    }
  }
  if (/^CC0(?:[ -]1\.0)?$/i.test(license.trim()))
    return { name: 'CC0 1.0', href: 'https://creativecommons.org/publicdomain/zero/1.0/' }
  return { name: license, href: undefined }
}

function nameOfAddress(address: string): string {
  const known = /creativecommons\.org\/licenses\/([a-z-]+)\/(\d\.\d)/i.exec(address)
  if (known?.[1] !== undefined) return `CC ${known[1].toUpperCase()} ${known[2]}`
  return address.replace(/^https?:\/\//i, '').replace(/\/$/, '')
}
