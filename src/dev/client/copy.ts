/** Makes every button with `data-copy` put its text on the clipboard. */
export function copyOnClick(page: Document): void {
  page.addEventListener('click', async ({ target }) => {
    const button =
      target instanceof Element ? target.closest<HTMLElement>('button[data-copy]') : null
    const text = button?.dataset.copy
    if (!button || text === undefined) return
    const label = button.textContent
    const copied = await navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    )
    button.textContent = copied ? 'Copied' : 'Not copied'
    setTimeout(() => {
      button.textContent = label
    }, 1_500)
  })
}
