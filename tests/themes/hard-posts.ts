import { everything, twoHundred } from './margin-essays.ts'

const head = (slug: string, day: string, more = ''): string =>
  `---\nid: ${slug.replace(/\W/g, '')}0k7q2\ndate: ${day}\n${more}---\n\n`

const rows = Array.from(
  { length: 200 },
  (_, i) => `| ${i + 1} | ${(i + 1) ** 2} | row ${i + 1}${i === 99 ? '[^half]' : ''} |`,
)

/** Four hundred characters. */
export const longTitle = `${'A title that does not know when to stop, and so goes on '.repeat(8).slice(0, 399)}.`

/** Posts that a theme finds hard to set, by slug: each is shown well, or it is said what is wrong with it. */
export const hardPosts: Readonly<Record<string, string>> = {
  'long-title': `${head('long-title', '2020-02-01', `title: "${longTitle}"\nsubtitle: "${longTitle.slice(0, 200)}"\n`)}Few words.[^1]\n\n[^1]: And a note.\n`,
  'long-word': `${head('long-word', '2020-02-02', 'title: Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft\n')}See https://example.org/${'a-very-long-address-'.repeat(12)} and \`${'code_without_a_space_'.repeat(9)}\`.[^1]\n\n[^1]: ${'Unbroken'.repeat(30)}\n`,
  'no-words': head('no-words', '2020-02-03', 'title: Nothing\n'),
  'many-rows': `${head('many-rows', '2020-02-04', 'title: Two hundred rows\n')}Text.\n\n| n | square | words |\n| ---: | ---: | --- |\n${rows.join('\n')}\n\n[^half]: Half of them.\n`,
  right: `${head('right', '2020-02-05', 'title: عن الأقفال والوعود\nlang: ar\npullquote: القفل وعد يقطعه غريب.\ntags: [أقفال]\n')}القفل وعد يقطعه غريب.[^1] والباقي كلام.\n\n## العنوان\n\nSee \`lock --help\` و \`open\`.\n\n| مفتاح | عدد |\n| --- | ---: |\n| واحد | 1 |\n\n[^1]: لمن لن يلتقيه أبدا.\n`,
  'no-spaces': `${head('no-spaces', '2020-02-06', 'title: 窓の中の錠前\nlang: ja\npullquote: 誰も受けない挑戦は試験ではない。\n')}${'錠前は、見知らぬ人が決して会うことのない誰かに交わす約束である。'.repeat(6)}[^1]誰も受けない挑戦は試験ではない。\n\n[^1]: 注はここにある。\n`,
  cyrillic: `${head('cyrillic', '2020-02-12', 'title: Замок в окне\nlang: ru\npullquote: Замок — это обещание.\n')}Замок — это *обещание*, **данное** незнакомцем.[^1] Замок — это обещание.\n\n[^1]: Так говорил слесарь.\n`,
  translated: `${head('translated', '2020-02-07', 'title: Zweihundert Zeilen\nlang: de\ntranslationOf: many-rows\nstatus: { kind: superseded, by: many-rows }\n')}Kurz gesagt.[^1]\n\n[^1]: Eine Anmerkung.\n`,
  alarm: `${head('alarm', '2020-02-08', 'title: Change the lock\nupdated: 2020-02-10\nupdates:\n  - { date: 2020-02-10, note: Named the version that mends it. }\nadvisory:\n  severity: Critical (9.8)\n  cve: [CVE-2020-1001, CVE-2020-1002]\n  affected: [lockd before 2.7]\n  fixed: [lockd 2.7]\n')}Some key facts:\n\n- every lock is open[^1]\n  - and every key\n\n[^1]: Safes are not.\n`,
  everything,
  'many-notes': twoHundred,
  withdrawn: `${head('withdrawn', '2020-02-11', 'title: Withdrawn\nstatus: { kind: retracted }\nguest: true\nauthors: [{ name: Ada, url: https://example.org/ada }, Grace]\n')}It was wrong.[^1]\n\n[^1]: All of it.\n`,
  picture: `${head('picture', '2020-02-09', 'title: A picture with a script in it\n')}Before. <svg onload="alert(1)"><script>alert(2)</script><text>drawn</text></svg> After.\n`,
}
