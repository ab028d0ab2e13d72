import { join } from "node:path";
import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ModelListView, ModelView } from "../../server/routers/views.ts";
import { ask } from "./ask.ts";
import { DESK, openBrowser } from "./browser.ts";
import { pageReady } from "./pages.ts";
import { reads } from "./reads.ts";
import { withServer } from "./server.ts";
import { textOf } from "./textOf.ts";

/** The folder a modeler puts files into: one model that keeps its promises, one that does not. */
const FOLDER = join(import.meta.dirname, "../fixtures/models");
const TARGET = "gdp.yoy";

const STATES = {
  good: "通过",
  demoted: "已降级",
  "lost-to-naive": "未胜朴素",
  "too-few-origins": "次数不足",
};

const server = withServer({ GUANLAN_MODELS: FOLDER });
let browser: BrowserContext;
let page: Page;

beforeAll(async () => {
  browser = await openBrowser(server.url, DESK, server.accounts.modeler);
  page = await browser.newPage();
});
afterAll(async () => {
  await browser?.close();
});

const row = (title: string) =>
  page.locator("#registry tbody tr").filter({ has: page.getByRole("link", { name: title, exact: true }) });
const model = (): Promise<ModelView> =>
  ask<ModelView>(browser, server.url, "models.get", { id: "moving-average", indicator: TARGET });

describe("a modeler who put a file into the models' folder", () => {
  it("sees the model in the register as added, beside the built-in ones", async () => {
    await page.goto(`${server.url}/models`);
    await pageReady(page, "#registry tbody tr");
    const view = await ask<ModelListView>(browser, server.url, "models.list", { horizon: 1 });
    await expect.poll(() => page.locator("#registry tbody tr").count()).toBe(view.models.length);
    await reads(row("移动平均")).toContain("外接");
    await expect.poll(() => row("移动平均").count()).toBe(1);
    await reads(row("漂移法")).toContain("内置");
  });

  it("reads of the file that is no model yet, by its name and with what is missing; it stops nobody else", async () => {
    expect(server.process.output()).toMatch(/halfWritten\.mjs: fit must be a function/);
    await expect.poll(() => row("未完成的模型").count()).toBe(0);
    await expect.poll(() => row("移动平均").count()).toBe(1);
  });

  it("runs it on one target; the page fills with its error record and the run when it is done", async () => {
    await row("移动平均").getByRole("link").click();
    await page.waitForURL("**/models/moving-average");
    await page.goto(`${page.url()}?indicator=${TARGET}`);
    await pageReady(page, "#runs tbody tr");
    const before = await model();
    const newest = Math.max(...before.runs.map((r) => r.id));
    await page.getByRole("button", { name: "重新运行" }).click();
    await page.getByText(/已开始运行，编号 \d+/).waitFor();
    await page.waitForFunction(
      (last) =>
        [...document.querySelectorAll("#runs tbody tr")].some(
          (tr) => Number(tr.querySelector("th")?.textContent) > last && tr.textContent?.includes("回测"),
        ),
      newest,
      { timeout: 60_000 },
    );
    await page.getByRole("button", { name: "重新运行" }).waitFor();
    const after = await model();
    const run = after.runs.find((r) => r.kind === "backtest" && r.id > newest)!;
    expect(run).toMatchObject({ state: "done", indicator: TARGET, model: "moving-average" });
    expect(run.message).toMatch(/^起点 \d+ 个；.*\n\d+ origins; /);

    const record = after.errors.find((e) => e.indicator === TARGET && e.horizon === 1)!;
    expect(record.origins).toBeGreaterThan(20);
    const line = page.locator("#errors tbody tr").filter({ hasText: "国内生产总值当季同比" }).first();
    await reads(line).toContain(record.mase.toFixed(2));
    await reads(line).toContain(record.relativeToNaive.toFixed(2));
    await reads(line).toContain(STATES[record.standing.state]);
  });

  it("is not shown to a leader unless it has beaten naive and kept its edge", async () => {
    const leader = await openBrowser(server.url, DESK, server.accounts.leader);
    const seen = await ask<ModelListView>(leader, server.url, "models.list", { horizon: 1 });
    expect(seen.errors.every((e) => e.standing.state === "good" && e.gate === "passed")).toBe(true);
    expect(seen.models.every((m) => m.daily)).toBe(true);
    const own = await model();
    const passed = own.errors
      .filter((e) => e.horizon === 1 && e.standing.state === "good")
      .map((e) => e.indicator);
    expect(
      seen.errors
        .filter((e) => e.model === "moving-average")
        .map((e) => e.indicator)
        .sort(),
    ).toEqual(passed.sort());
    await leader.close();
  });
});

describe("a modeler who tries a candidate", () => {
  const candidate = (): Promise<ModelView> =>
    ask<ModelView>(browser, server.url, "models.get", { id: "theta", indicator: "cpi.yoy" });
  const bridge = (): Promise<ModelView> =>
    ask<ModelView>(browser, server.url, "models.get", { id: "bridge", indicator: TARGET });

  it("finds it in the register as a candidate that has never run, after the daily ones", async () => {
    await page.goto(`${server.url}/models`);
    await pageReady(page, "#registry tbody tr");
    const theta = row((await candidate()).model.title.zh);
    await reads(theta).toContain("候选");
    await reads(theta).toContain("未运行");
    const rows = await page.locator("#registry tbody tr").allTextContents();
    const daily = rows.map((text) => !text.includes("候选"));
    expect(daily.lastIndexOf(true)).toBeLessThan(daily.indexOf(false));
  });

  it("reads which monthly figures explain growth and why, runs it on the target, and finds it beside the others", async () => {
    await page.goto(`${server.url}/models/bridge?indicator=${TARGET}`);
    await pageReady(page, "#runs");
    const before = await bridge();
    expect(before.errors).toEqual([]);
    expect(before.drivers!.names.length).toBeGreaterThan(2);
    const body = await textOf(page.locator("main"));
    expect(body).toContain(before.drivers!.why.zh);
    expect(body).toContain("不随数据自动运行");
    await page.getByRole("button", { name: "重新运行" }).click();
    await page.locator("#errors tbody tr").first().waitFor({ timeout: 120_000 });
    const after = await bridge();
    expect(after.errors.map((e) => e.horizon)).toEqual([1, 2, 4]);
    expect(after.errors.every((e) => e.coverage80 > 0 && e.origins > 20)).toBe(true);
    const list = await ask<ModelListView>(browser, server.url, "models.list", { horizon: 1 });
    expect(list.errors.some((e) => e.model === "bridge" && e.indicator === TARGET)).toBe(true);
  });

  it("keeps it from leaders and from the forecast they are shown, whatever its record", async () => {
    const leader = await openBrowser(server.url, DESK, server.accounts.leader);
    const seen = await ask<ModelListView>(leader, server.url, "models.list", { horizon: 1 });
    expect(seen.errors.filter((e) => e.model === "bridge")).toEqual([]);
    await leader.close();
  });

  it("ends a run that takes too long; what ran is on record as cancelled", async () => {
    await page.goto(`${server.url}/models/arimax?indicator=cpi.yoy`);
    await pageReady(page, "#runs");
    await page.getByRole("button", { name: "重新运行" }).click();
    await page.locator("main").getByRole("button", { name: "取消" }).click({ timeout: 60_000 });
    await page.getByText("已取消；已算完的部分保留").waitFor();
    await expect
      .poll(
        async () => {
          const view = await ask<ModelView>(browser, server.url, "models.get", { id: "arimax" });
          return view.runs.map((r) => r.state);
        },
        { timeout: 30_000 },
      )
      .toContain("cancelled");
  });
});
