import { licenseLink, type Strings } from 'ibid/theme'

interface LicenseProps {
  readonly license: string | undefined
  readonly strings: Strings
}

/** Under which licence a text may be used. */
export const License = ({ license, strings }: LicenseProps) => {
  if (license === undefined || license === '') return null
  const { name, href } = licenseLink(license)
  return (
    <p class="license">
      {strings.license}:{' '}
      {href === undefined ? (
        name
      ) : (
        <a href={href} rel="license">
          {name}
        </a>
      )}
    </p>
  )
}
