/** `content/site.yaml` of a new site: what one wants to change first, with a word on each. */
export const siteSettings = `# Settings of the site. Each has a default; a misspelt one is an error that names the nearest.

title: Marginal notes
# Where the site will stand. Feeds, canonical links and the sitemap are made from it.
url: https://example.org/
description: Essays, with notes.
# Language of the essays (BCP 47): it chooses the words around them, such as "Notes".
lang: en
authors:
  - name: Your Name

# marginalia: long essays, notes in the margin. bulletin: advisories. plain: small and fast.
# Or the name of a folder of your own in themes/.
theme: marginalia

# Address of a post. :year, :month and :day may be used too.
permalink: /posts/:slug/

# Links at the top of every page.
nav:
  - title: About
    href: /about/

# A picture of each post's title, to be shown where its address is shared.
cards: true

# Where to write about a fault in the site's safety; makes /.well-known/security.txt.
# security:
#   contact: [mailto:you@example.org]
#   expires: 2027-01-01T00:00:00Z
`
