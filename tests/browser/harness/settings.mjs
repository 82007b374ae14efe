// The panel of settings, as a reader works it.

/** Opens the panel, unless it is open. */
export async function openSettings(page) {
  const panel = page.locator("details.settings");
  if (!(await panel.evaluate((panel) => panel.open))) await panel.locator("summary").click();
}

/** Chooses an option of a setting, such as `"theme", "dark"`. */
export async function choose(page, setting, option) {
  await openSettings(page);
  await page.locator(`.settings input[name="${setting}"][value="${option}"]`).check({ force: true });
}

/** Has the device keep the settings, or keep them no longer. */
export async function keep(page, on = true) {
  await openSettings(page);
  await page.locator("#settings-keep").setChecked(on);
}

/** The option of each setting, as the panel shows it. */
export const chosen = (page) =>
  page.locator(".settings input[type=radio]:checked").evaluateAll((all) => Object.fromEntries(all.map(({ name, value }) => [name, value])));
