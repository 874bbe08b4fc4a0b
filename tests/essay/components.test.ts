import assert from 'node:assert/strict'
import { test } from 'node:test'
import { codes, rendered } from '../site-from.ts'

const settings = (more = '') => `title: T\nurl: https://example.org/\ndescription: D\n${more}`
const head = (more = '') => `---\nid: k7q2m4xwab\ntitle: One\ndate: 2025-01-01\n${more}---\n\n`
const file = 'content/posts/one.md'
const page = 'posts/one/index.html'

test('formulas are on for a post, for the site, or off', async () => {
  const text = 'So $x^2$.[^1]\n\n[^1]: And $y$.\n'
  const math = /<math alttext="x\^2">.*<math alttext="y">/s
  const own = await rendered({
    'content/site.yaml': settings(),
    [file]: head('math: true\n') + text,
  })
  assert.match(own.text(page), math)
  assert.match(own.text('feed.xml'), /&lt;code&gt;x\^2&lt;\/code&gt;/)
  const all = await rendered({
    'content/site.yaml': settings('math: true\n'),
    [file]: head() + text,
  })
  assert.match(all.text(page), math)
  const off = {
    'content/site.yaml': settings('math: true\n'),
    [file]: head('math: false\n') + text,
  }
  assert.match((await rendered(off)).text(page), /So \$x\^2\$\./)
})

test('what is wrong with a formula is told with its place in the file', async () => {
  const text = `${head('math: true\n')}Good $x$, bad $\\foo$.\n\n$$\nopen\n`
  const site = await rendered({ 'content/site.yaml': settings(), [file]: text })
  assert.deepEqual(codes(site), ['HT208', 'HT209'])
  const bad = site.diagnostics.find(({ code }) => code === 'HT208')?.place?.start
  assert.equal(text.slice(bad?.offset, (bad?.offset ?? 0) + 4), '\\foo')
  assert.equal(text.split('\n')[(bad?.line ?? 0) - 1]?.slice((bad?.column ?? 0) - 1), '\\foo$.')
  assert.match(site.text(page), /<p>\$\$\nopen<\/p>/)
})

test('short forms are met in the body before the notes, and stay out of ids and summaries', async () => {
  const text = '## TLS\n\nA TLS[^1] and RFC 9116.\n\n[^1]: More TLS, CVE-2024-3094.\n'
  const yaml = settings('abbreviations: {TLS: Transport Layer Security}\nreferences: {rfc: true}\n')
  const site = await rendered({ 'content/site.yaml': yaml, [file]: head() + text })
  const html = site.text(page)
  assert.match(html, /<h2 id="tls"><abbr title="Transport Layer Security">TLS<\/abbr><\/h2>/)
  assert.match(html, /A <abbr title="[^"]+" class="repeated">TLS<\/abbr>/)
  assert.match(html, /More <abbr title="[^"]+" class="repeated">TLS<\/abbr>, CVE-2024-3094\./)
  assert.match(
    html,
    /<a href="https:\/\/www\.rfc-editor\.org\/rfc\/rfc9116" class="identifier" rel="noopener">RFC 9116<\/a>/,
  )
  assert.match(html, /<meta name="description" content="A TLS and RFC 9116\.">/)
  assert.deepEqual(codes(site), [])
})

test('code is coloured unless the site says no', async () => {
  const text = `${head()}\`\`\`js\nlet a\n\`\`\`\n`
  const on = await rendered({ 'content/site.yaml': settings(), [file]: text })
  assert.match(on.text(page), /<span class="hljs-keyword">let<\/span>/)
  const off = await rendered({ 'content/site.yaml': settings('code: false\n'), [file]: text })
  assert.match(off.text(page), /<code class="language-js">let a\n<\/code>/)
})

test('status, advisory and corrections stand on the page and in the feed', async () => {
  const more =
    'status: retracted\nadvisory: {cve: [CVE-2024-3094], severity: critical, affected: [xz 5.6.0]}\nupdates: [{date: 2025-01-02, note: Taken back.}]\n'
  const site = await rendered({ 'content/site.yaml': settings(), [file]: `${head(more)}Text.\n` })
  const html = site.text(page)
  assert.match(html, /<div class="notice retracted" role="note">/)
  assert.match(html, /<dl class="advisory severe">/)
  assert.match(html, /<section class="corrections".*Taken back\./s)
  assert.match(html, /<script type="application\/ld\+json">.*"CVE-2024-3094".*<\/script>/)
  const feed = site.text('feed.xml')
  for (const words of ['This post has been retracted', 'CVE-2024-3094', 'xz 5.6.0', 'Taken back.'])
    assert.ok(feed.includes(words), words)
})
