/** Opens a report at its top, and waits until it has been checked. */
export async function openReport({ page, open, press, statusItem }, file) {
  await open(file)
  await statusItem(/\d words/).waitFor()
  await press('Control+Home')
  await page.mouse.move(0, 0)
}
