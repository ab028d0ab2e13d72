import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { dropFolder, firstAccounts } from "../support/baseline.ts";
import { type ServerProcess, startServer } from "../support/serverProcess.ts";
import { axeFindings, DESK, openBrowser } from "./browser.ts";
import { reads } from "./reads.ts";

const dataDir = mkdtempSync(join(tmpdir(), "guanlan-empty-"));
let server: ServerProcess;
let browser: BrowserContext;
let page: Page;

beforeAll(async () => {
  server = await startServer({ dataDir, env: { GUANLAN_SEED: "none" } });
  browser = await openBrowser(server.url, DESK, firstAccounts(dataDir).administrator);
  page = await browser.newPage();
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  dropFolder(dataDir);
});

it("an empty base says so on every page of its own, and whom to turn to, instead of calling the link wrong", async () => {
  for (const path of [
    "/",
    "/cycle",
    "/risk",
    "/risk?event=export-slump",
    "/alerts",
    "/forecast",
    "/models",
  ]) {
    await page.goto(`${server.url}${path}`);
    await reads(page.locator("h1")).toContain("库里还没有数据");
    await reads(page.locator("h1")).toContain("“数据”页");
  }
  await page.goto(`${server.url}/?lang=en`);
  await reads(page.locator("h1")).toContain("The base holds no figures yet");
  expect(await page.getByRole("button", { name: "Try again" }).count()).toBe(0);
});

async function handIn(name: string, status: string): Promise<void> {
  const rows = ["2025-03", "2025-04"].map((month) => `cpi.yoy,CHN,${month},-0.1,${status},2025-05-10`);
  const text = ["indicator,region,period,value,status,vintage", ...rows, ""].join("\n");
  const file = { name, mimeType: "text/csv", buffer: Buffer.from(text) };
  await page.locator('input[type="file"]').setInputFiles(file);
  await page.getByRole("button", { name: "上传并入库" }).click();
}

it("takes its first document on the page Data: says why one is refused, and follows by itself once one is in", async () => {
  await page.goto(`${server.url}/sources`);
  await reads(page.locator("h1")).toContain("库里还没有数据");
  expect(await axeFindings(page)).toEqual([]);
  await handIn("读不懂.csv", "perhaps");
  await reads(page.locator("main")).toContain("没有一行可以入库");
  await handIn("第一份.csv", "revised");
  await reads(page.locator("#loads")).toContain("第一份.csv");
});
