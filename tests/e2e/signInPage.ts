import type { Page } from "playwright-core";
import type { Account } from "./browser.ts";

/** Types name and password into the page that asks for them, and sends them off. */
export async function signInPage(page: Page, account: Account): Promise<void> {
  await page.getByLabel("用户名").fill(account.name);
  await page.getByLabel("密码", { exact: true }).fill(account.password);
  await page.getByRole("button", { name: "登录", exact: true }).click();
}
