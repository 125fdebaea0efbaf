import type { Page } from 'playwright-core';

type Role = Parameters<Page['getByRole']>[0];

/** Whether the focus is on it. */
export async function isFocused(page: Page, role: Role, name: string | RegExp): Promise<boolean> {
  const target = page.getByRole(role, { name, exact: true }).first();
  return (await target.count()) > 0 && target.evaluate((element) => element.matches(':focus'));
}

/** Presses Tab until the focus is on it. A page with more stops than that is not done by keyboard. */
export async function tabTo(page: Page, role: Role, name: string | RegExp): Promise<void> {
  for (let steps = 0; steps < 150; steps += 1) {
    if (await isFocused(page, role, name)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never reached the ${role} ${String(name)}`);
}

/** The same, and presses Enter there. */
export async function press(page: Page, role: Role, name: string | RegExp): Promise<void> {
  await tabTo(page, role, name);
  await page.keyboard.press('Enter');
}
