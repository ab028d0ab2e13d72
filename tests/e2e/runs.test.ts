import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { JobsNow, RunListView } from "../../server/routers/views.ts";
import { ask } from "./ask.ts";
import { DESK, openBrowser } from "./browser.ts";
import { pageReady } from "./pages.ts";
import { reads } from "./reads.ts";
import { withServer } from "./server.ts";
import { textOf } from "./textOf.ts";

const server = withServer();
let browser: BrowserContext;
let page: Page;

beforeAll(async () => {
  browser = await openBrowser(server.url, DESK, server.accounts.modeler);
  page = await browser.newPage();
});
afterAll(async () => {
  await browser?.close();
});

const list = (filter: object = {}): Promise<RunListView> =>
  ask<RunListView>(browser, server.url, "jobs.list", filter);

describe("who works on models follows what is computed", () => {
  it("comes from the models page to the runs, newest first, and keeps the filter in the address", async () => {
    await page.goto(`${server.url}/models`);
    await pageReady(page, "#registry tbody tr");
    await page.getByRole("link", { name: "全部运行记录" }).click();
    await pageReady(page, "#list tbody tr");
    await page.getByLabel("类别").selectOption("forecast");
    await page.waitForURL(/kind=forecast/);
    await pageReady(page, "#list tbody tr");
    const { runs } = await list({ kind: "forecast" });
    await expect.poll(() => page.locator("#list tbody tr").count()).toBe(runs.length);
    await reads(page.locator("#list tbody tr").first()).toContain(runs[0]!.method!.zh);
  });

  it("opens one and reads which vintages it read, and with which settings", async () => {
    const [newest] = (await list({ kind: "forecast" })).runs;
    await page.getByRole("button", { name: `查看第 ${newest!.id} 次运行` }).click();
    const drawer = page.getByRole("dialog", { name: `第 ${newest!.id} 次运行` });
    await drawer.getByText("读取的 1 个序列").waitFor();
    const text = await textOf(drawer);
    expect(text).toContain("horizon");
    expect(text).toContain(newest!.codeVersion);
    await page.keyboard.press("Escape");
  });

  it("reads why a past day has no adjustment, and finds it among the runs as refused, not as failed", async () => {
    await page.goto(`${server.url}/indicator/retail.value?asof=2009-12-31`);
    const card = page.locator("#seasonal");
    await reads(card).toContain("季节调整至少需要60个月");
    const { runs, failing } = await list({ state: "refused" });
    const [zh, en] = runs[0]!.message!.split("\n");
    expect(en).toContain("a season is told from 60 on");
    await reads(card).toContain(zh!);
    expect(failing.map((r) => r.id)).not.toContain(runs[0]!.id);

    await page.goto(`${server.url}/runs`);
    await pageReady(page, "#list tbody tr");
    await page.getByLabel("结果").selectOption({ label: "不具备条件" });
    await page.waitForURL(/state=refused/);
    const row = page.locator("#list tbody tr").first();
    await reads(row).toContain("不具备条件");
    await reads(row).toContain(zh!);
    await row.getByRole("button", { name: `查看第 ${runs[0]!.id} 次运行` }).click();
    const drawer = page.getByRole("dialog", { name: `第 ${runs[0]!.id} 次运行` });
    await reads(drawer).toContain("社会消费品零售总额当月值");
    await reads(drawer).toContain("2009-12-31");
    await page.keyboard.press("Escape");
  });

  it("sees a run go on in the header and ends it; the record says who did", async () => {
    await page.goto(`${server.url}/models`);
    await pageReady(page, "#registry tbody tr");
    await page.getByRole("button", { name: "重新运行全部" }).click();
    await page.getByRole("button", { name: /^正在计算：/ }).click();
    await page
      .getByRole("button", { name: /^终止：/ })
      .last()
      .click();
    await page.getByText("已终止；已经存下的结果保留").waitFor();
    await expect
      .poll(async () => (await list({ kind: "models" })).runs[0], { timeout: 20_000 })
      .toMatchObject({ state: "cancelled", message: expect.stringContaining("终止") });
    await expect
      .poll(async () =>
        (await ask<JobsNow>(browser, server.url, "jobs.now", {})).running.some((r) => r.kind === "models"),
      )
      .toBe(false);
  });
});
