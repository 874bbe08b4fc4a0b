import { call, date, type Spec } from './fixture.ts'

/** Posts that hold, between them, everything that an essay may hold. Newest first. */
export const samplePosts: readonly Spec[] = [
  {
    slug: 'krack',
    id: 'krack-id',
    key: 'k7q2',
    title: 'Mind the step & start <patching> ⁂ 👩‍👩‍👧 שלום',
    date: '2017-10-17T09:30:00+02:00',
    summary: 'AT&T, 1 < 2, <b> and &amp; as they stand.',
    tags: ['wifi', 'security'],
    series: 'patches',
    standfirst: 'Neither the lock NOR the key',
    image: { url: 'https://example.org/posts/door.png', type: 'image/png', bytes: 1234 },
    titleHtml: `Mind the step${call('k7q2', 3, '3')}`,
    html: `<h2 id="facts">Facts${call('k7q2', 1, '*')}</h2>
<p>Normal service${call('k7q2', 2, '**')} and again${call('k7q2', 1, '*', '-2')}, see <a href="#facts">above</a>, <a href="/posts/doors/">doors</a>, <a href="mailto:a@b.example">me</a>.</p>
<figure class="pull-quote" aria-hidden="true"><blockquote><p>Normal service</p></blockquote></figure>
<figure class="pull-quote"><blockquote><p>It stands alone</p></blockquote></figure>
<section class="key-facts" aria-labelledby="kf"><h3 id="kf">Some key facts</h3><ul><li>one<ul><li>nested</li></ul></li></ul></section>
<ul class="contains-task-list"><li><label><input type="checkbox" checked disabled> patched</label></li><li><label><input type="checkbox" disabled> rebooted</label></li></ul>
<pre tabindex="0"><code class="language-js"><span class="hljs-keyword">const</span> a = "]]&gt;" &amp;&amp; 1</code></pre>
<div class="table-scroll" role="region" aria-label="t" tabindex="0"><table><thead><tr><th scope="col" class="align-right">n</th></tr></thead><tbody><tr><td class="align-right">1${call('k7q2', 2, '**', '-2')}</td></tr></tbody></table></div>
<figure><picture><source srcset="/a.avif" type="image/avif"><img src="/posts/door.png" srcset="/posts/door-2.png 2x" alt="A door" width="2" height="3" loading="lazy"></picture><figcaption>Caption</figcaption></figure>
<blockquote cite="/source/"><p>Quoted</p></blockquote>
<details><summary>More</summary><p>Inside</p></details>
<p><span class="u-big" style="color:red">styled</span> <u>under</u></p>`,
    notes: [
      `<p>The first note, with a call${call('k7q2', 3, '3')}.</p><p>Its second paragraph.</p>`,
      '<pre><code>code alone\n</code></pre>',
      '<ul><li>a list</li></ul><p>and words.</p>',
    ],
    front: {
      subtitle: 'A short notice',
      updates: [{ date: date('2017-10-20'), note: 'The vendor has answered.' }],
      advisory: { cve: ['CVE-2017-13077'], severity: 'high', affected: ['WPA2'], fixed: [] },
      status: { kind: 'superseded', by: 'doors' },
    },
  },
  {
    slug: 'doors',
    id: 'doors-id',
    key: 'm3x8',
    title: 'Doors',
    date: '2017-07-04',
    tags: ['security'],
    series: 'patches',
    lang: 'ar',
    html: `<p>أبواب${call('m3x8', 1)}</p>`,
    notes: ['<p>ملاحظة</p>'],
    front: { updated: date('2017-08-01'), authors: [{ name: 'B. Guest' }] },
  },
  { slug: 'plain', id: 'plain-id', key: 'p2d4', date: '2017-06-13', html: '<p>Plain.</p>' },
]
