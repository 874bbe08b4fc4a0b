import type { ImportProblem } from '../imported.ts'

/** Tells of Markdown without front matter. */
export function notAPage(file: string): ImportProblem {
  return {
    kind: 'problem',
    file,
    message: 'This text is not taken: it has no front matter, so Jekyll makes no page of it.',
    hint: 'Copy it into content/pages/ if it is to be one.',
  }
}

/** Tells of the text of the home page. */
export function homePage(file: string): ImportProblem {
  return {
    kind: 'problem',
    file,
    message: 'This text is not taken: Ibid makes the home page itself, from the list of posts.',
    hint: 'Make a page of its words in content/pages/, if they are wanted.',
  }
}

/** Tells of a text in a form that is not read. */
export function otherForm(file: string): ImportProblem {
  return {
    kind: 'problem',
    file,
    message: 'This text is not taken: only Markdown and HTML are turned.',
    hint: 'Make a post of it by hand.',
  }
}

/** Tells of a page made of a template. */
export function template(file: string): ImportProblem {
  return {
    kind: 'problem',
    file,
    message: 'This page is not taken: it is a template of HTML and Liquid.',
    hint: 'Ibid has the usual lists itself; make a page of any other in content/pages/.',
  }
}

/** Tells of a file that Ibid writes itself. */
export function engineFile(file: string): ImportProblem {
  return {
    kind: 'problem',
    file,
    message: 'This file is not taken: Ibid writes one of that name itself.',
    hint: 'Look whether it says something that `content/site.yaml` can say.',
  }
}

/** Tells of collections, each told once. */
export function collectionProblems(files: readonly string[]): readonly ImportProblem[] {
  const byFolder = new Map<string, string[]>()
  for (const file of files) {
    const [folder = ''] = file.split('/')
    byFolder.set(folder, [...(byFolder.get(folder) ?? []), file])
  }
  return [...byFolder].map(([folder, all]) => ({
    kind: 'problem',
    file: all[0] ?? folder,
    message: `The collection ${folder}/ is not taken (files: ${all.length}): Ibid has posts and pages only.`,
    hint: 'Move the files into _posts/ or out of the folder, and run the import again.',
  }))
}
