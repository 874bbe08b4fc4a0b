/** An item of an export. */
export interface ItemText {
  readonly id: number
  readonly title?: string
  /** HTML as WordPress keeps it. */
  readonly content?: string
  readonly type?: string
  readonly status?: string
  readonly slug?: string
  readonly link?: string
  readonly guid?: string
  readonly creator?: string
  readonly date?: string
  readonly dateGmt?: string
  readonly excerpt?: string
  readonly password?: string
  readonly sticky?: boolean
  readonly parent?: number
  readonly attachment?: string
  readonly meta?: Readonly<Record<string, string>>
  /** Domain, slug and name of each. */
  readonly terms?: readonly (readonly [string, string, string])[]
  /** XML of comments. */
  readonly comments?: string
}

/** Home page of the blog that these tests import. */
export const oldBlog = 'https://blog.example'

/** An export in the form of WXR 1.2. */
export function exportText(items: readonly ItemText[], head = ''): string {
  return `${exportHead}${head}${items.map(itemText).join('')}${exportEnd}`
}

/** All before the first item. */
export const exportHead = `<?xml version="1.0" encoding="UTF-8" ?>
<!-- generator="WordPress/6.6" created="2024-10-17 09:30" -->
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wfw="http://wellformedweb.org/CommentAPI/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel>
<title>Spare keys</title>
<link>${oldBlog}</link>
<description>On locks &amp; promises</description>
<pubDate>Thu, 17 Oct 2024 09:30:00 +0000</pubDate>
<language>en-GB</language>
<wp:wxr_version>1.2</wp:wxr_version>
<wp:base_site_url>${oldBlog}</wp:base_site_url>
<wp:base_blog_url>${oldBlog}</wp:base_blog_url>
<wp:author><wp:author_id>1</wp:author_id><wp:author_login>${cdata('ada')}</wp:author_login><wp:author_email>${cdata('ada@blog.example')}</wp:author_email><wp:author_display_name>${cdata('Ada Example')}</wp:author_display_name></wp:author>
<wp:author><wp:author_id>2</wp:author_id><wp:author_login>${cdata('ben')}</wp:author_login><wp:author_display_name>${cdata('Ben Example')}</wp:author_display_name></wp:author>
<image><url>${oldBlog}/icon.png</url><title>Not the title</title><link>${oldBlog}</link></image>
`

/** All behind the last item. */
export const exportEnd = '</channel>\n</rss>\n'

/** Text as WordPress writes it into an export. */
export function cdata(text: string): string {
  return `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`
}

/** One item as XML. */
export function itemText(item: ItemText): string {
  const { id, title = `Post ${id}`, type = 'post', status = 'publish', creator = 'ada' } = item
  const date = item.date ?? '2017-10-17 09:30:00'
  const slug = item.slug ?? title.toLowerCase().replaceAll(' ', '-')
  const meta = Object.entries(item.meta ?? {}).map(
    ([key, value]) =>
      `<wp:postmeta><wp:meta_key>${cdata(key)}</wp:meta_key><wp:meta_value>${cdata(value)}</wp:meta_value></wp:postmeta>\n`,
  )
  const terms = (item.terms ?? []).map(
    ([domain, nicename, name]) =>
      `<category domain="${domain}" nicename="${nicename}">${cdata(name)}</category>\n`,
  )
  return `<item>
<title>${cdata(title)}</title>
<link>${item.link ?? `${oldBlog}/${date.slice(0, 10).replaceAll('-', '/')}/${slug}/`}</link>
<pubDate>Tue, 17 Oct 2017 07:30:00 +0000</pubDate>
<dc:creator>${cdata(creator)}</dc:creator>
<guid isPermaLink="false">${item.guid ?? `${oldBlog}/?p=${id}`}</guid>
<description></description>
<content:encoded>${cdata(item.content ?? '')}</content:encoded>
<excerpt:encoded>${cdata(item.excerpt ?? '')}</excerpt:encoded>
<wp:post_id>${id}</wp:post_id>
<wp:post_date>${cdata(date)}</wp:post_date>
<wp:post_date_gmt>${cdata(item.dateGmt ?? '2017-10-17 07:30:00')}</wp:post_date_gmt>
<wp:post_name>${cdata(slug)}</wp:post_name>
<wp:status>${cdata(status)}</wp:status>
<wp:post_parent>${item.parent ?? 0}</wp:post_parent>
<wp:post_type>${cdata(type)}</wp:post_type>
<wp:post_password>${cdata(item.password ?? '')}</wp:post_password>
<wp:is_sticky>${item.sticky ? 1 : 0}</wp:is_sticky>
${item.attachment === undefined ? '' : `<wp:attachment_url>${cdata(item.attachment)}</wp:attachment_url>\n`}${terms.join('')}${meta.join('')}${item.comments ?? ''}</item>
`
}

/** What was told of an import, without the advice that stands behind each. */
export function toldOf(problems: readonly { readonly message: string }[]): string[] {
  return problems
    .map(({ message }) => message)
    .filter((message) => !/^Subscribers ask/.test(message))
}
