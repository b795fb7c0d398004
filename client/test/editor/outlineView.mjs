// The view Postmortem in the Explorer, as it stands on the page.

export function outlineIn({ page }) {
  const header = () => page.getByRole('button', { name: /Postmortem.* Section/ })
  const view = () => page.locator('.pane', { has: header() })
  const item = (title) => view().getByRole('treeitem', { name: title }).first()

  async function titles() {
    const items = await view().getByRole('treeitem').all()
    return Promise.all(items.map((each) => each.locator('.label-name').first().textContent()))
  }

  /** A section that every report of the tests has shows that the view is filled. */
  async function expand() {
    if ((await header().getAttribute('aria-expanded')) !== 'true') await header().click()
    await item('Timeline').waitFor()
  }

  return { header, view, item, titles, expand }
}
