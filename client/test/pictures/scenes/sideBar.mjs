/** The Explorer, or more place for what stands beside it. */
export async function showSideBar({ page, press }, wanted) {
  const sideBar = page.locator('.part.sidebar')
  if ((await sideBar.isVisible()) !== wanted) await press('Control+B')
  await sideBar.waitFor({ state: wanted ? 'visible' : 'hidden' })
}

/** The list of files gives its place to the outline, or takes it back. */
export async function toggleFiles({ page }) {
  const header = page.locator('.pane-header', { hasText: 'reports' })
  const isUnfolded = (await header.getAttribute('aria-expanded')) === 'true'
  await header.click()
  await page.locator(`.pane-header[aria-expanded="${!isUnfolded}"]`, { hasText: 'reports' }).waitFor()
}
