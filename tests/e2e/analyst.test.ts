import { readFileSync } from "node:fs";
import type { BrowserContext, Download, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type {
  AlertDetail,
  AlertListView,
  CompareView,
  SearchView,
  SeriesView,
  VintageTable,
} from "../../server/routers/views.ts";
import { ask } from "./ask.ts";
import { DESK, openBrowser } from "./browser.ts";
import { pageReady } from "./pages.ts";
import { reads } from "./reads.ts";
import { withServer } from "./server.ts";
import { textOf } from "./textOf.ts";

const server = withServer();
let browser: BrowserContext;
let page: Page;
const problems: string[] = [];

beforeAll(async () => {
  browser = await openBrowser(server.url, DESK, server.accounts.analyst);
  page = await browser.newPage();
  page.on("pageerror", (e) => problems.push(e.message));
  page.on("console", (m) => m.type() === "error" && problems.push(m.text()));
});
afterAll(async () => {
  await browser?.close();
});

const pathNow = (): string => decodeURIComponent(new URL(page.url()).pathname);
const searchNow = (name: string): string | null => new URL(page.url()).searchParams.get(name);

/** Until the walk with J and K has come to a row. */
const rowHasFocus = (row: number) =>
  page.waitForFunction((at) => document.activeElement?.closest(`[data-row='${at}']`), row);

/** What a press of the button, or of the link, brought down. */
async function downloaded(press: () => Promise<void>): Promise<{ name: string; lines: string[] }> {
  const [file] = await Promise.all<[Promise<Download>, Promise<void>]>([
    page.waitForEvent("download"),
    press(),
  ]);
  const text = readFileSync(await file.path(), "utf8");
  expect(text.startsWith("\uFEFF")).toBe(true);
  return { name: file.suggestedFilename(), lines: text.slice(1).trimEnd().split("\r\n") };
}

const passportOf = (lines: readonly string[]): string[] => lines.filter((l) => l.startsWith("# "));
/** The cells of a file's rows, its heading left out; none of the files here quotes a cell. */
const rowsOf = (lines: readonly string[]): string[][] =>
  lines
    .filter((l) => !l.startsWith("# "))
    .slice(1)
    .map((l) => l.split(","));

describe("an analyst looks for 居民消费价格", () => {
  it("finds it by pinyin initials in the workbench and opens it without the mouse", async () => {
    await page.goto(`${server.url}/workbench`);
    await pageReady(page, "[data-row='0'] a");
    await page.keyboard.press("/");
    await page.keyboard.type("jmxfjg");
    await page.waitForURL("**/workbench?q=jmxfjg");
    const found = await ask<SearchView>(browser, server.url, "search.indicators", { q: "jmxfjg" });
    await page.getByRole("heading", { level: 1, name: `${found.total} /` }).waitFor();
    expect(found.rows.slice(0, 3).every((r) => r.name.zh.startsWith("居民消费价格"))).toBe(true);
    await reads(page.locator("[data-row='0'] a")).toBe(found.rows[0]!.name.zh);
    await page.keyboard.press("Escape");
    const at = found.rows.findIndex((r) => r.indicator === "cpi.yoy");
    for (let row = 1; row <= Math.max(1, at); row++) {
      await page.keyboard.press("j");
      await rowHasFocus(row);
    }
    if (at === 0) await page.keyboard.press("k");
    await rowHasFocus(at);
    await page.keyboard.press("Enter");
    await pageReady(page, "#chart");
    expect(pathNow()).toBe("/indicator/cpi.yoy");
    await reads(page.locator("h1")).toBe("居民消费价格指数（上年同月=100）同比涨幅");
  });

  it("finds it from any page with Ctrl K, and opens it with Enter", async () => {
    await page.goto(`${server.url}/alerts`);
    await pageReady(page, "h1");
    await page.keyboard.press("Control+k");
    await page.getByRole("dialog").getByRole("combobox").waitFor();
    await page.keyboard.type("jmxfjg");
    const first = page.getByRole("dialog").getByRole("option").first();
    await first.filter({ hasText: "居民消费价格" }).waitFor();
    const chosen = /[\w-]+(\.[\w-]+)+/.exec(await textOf(first))![0];
    expect(chosen).toMatch(/^cpi\./);
    await page.keyboard.press("Enter");
    await pageReady(page, "#chart");
    expect(pathNow()).toBe(`/indicator/${chosen}`);
    await expect.poll(() => page.getByRole("dialog").count()).toBe(0);
  });
});

describe("an analyst on an indicator's page", () => {
  it("turns to the next transform with T; address, unit and figures follow", async () => {
    await page.goto(`${server.url}/indicator/retail.value?view=table&range=all`);
    await pageReady(page, "#chart table");
    await page.keyboard.press("t");
    await page.waitForURL("**transform=yoy**");
    const view = await ask<SeriesView>(browser, server.url, "series.view", {
      indicator: "retail.value",
      transform: "yoy",
    });
    await page.locator("#chart").getByText("同比，%").first().waitFor();
    const transforms = page.getByRole("group", { name: "变换" });
    expect(await transforms.getByLabel("同比", { exact: true }).isChecked()).toBe(true);
    const newest = view.values.findLast((v) => v !== null)!;
    await page
      .locator("#chart tbody")
      .getByText(newest.toFixed(view.decimals).replace("-", "−"))
      .first()
      .waitFor();
  });

  it("sees two vintages of one GDP quarter and the revision between them", async () => {
    const table = await ask<VintageTable>(browser, server.url, "series.vintages", {
      indicator: "gdp.yoy",
      last: 8,
    });
    const said = table.cells.map((row) => [
      ...new Set(row.flatMap((c) => (c?.value == null ? [] : [c.value.toFixed(table.decimals)]))),
    ]);
    const at = said.findIndex((figures) => figures.length > 1);
    expect(at, "a quarter among the last eight that was revised").toBeGreaterThanOrEqual(0);
    await page.goto(`${server.url}/indicator/gdp.yoy`);
    await pageReady(page, "#vintages table");
    const heads = await page.locator("#vintages thead th").allTextContents();
    expect(heads.slice(1, -1)).toEqual(table.vintages.map((day) => day.slice(2)));
    const row = page.locator("#vintages tbody tr").nth(at);
    const cells = await row.locator("td").allTextContents();
    expect(new Set(cells.slice(0, -1).filter((c) => c !== "—"))).toEqual(new Set(said[at]));
    const revision = Number(said[at]!.at(-1)) - Number(said[at]![0]);
    expect(cells.at(-1)).toBe(`${revision > 0 ? "+" : "−"}${Math.abs(revision).toFixed(table.decimals)}`);
  });

  it("takes the chart away as CSV with its passport, figure for figure what the base answers", async () => {
    const view = await ask<SeriesView>(browser, server.url, "series.view", { indicator: "gdp.yoy" });
    await page.goto(`${server.url}/indicator/gdp.yoy?range=all`);
    await pageReady(page, "#chart");
    await page.locator("#chart").getByRole("button", { name: "下载 CSV、PNG、SVG" }).click();
    const file = await downloaded(() => page.getByRole("button", { name: "CSV", exact: true }).click());
    expect(file.name).toBe(`gdp.yoy-CHN-${view.asOf}.csv`);
    const passport = passportOf(file.lines).join("\n");
    expect(passport).toContain(view.title.text.zh);
    expect(passport).toContain(view.meta.agencyName.zh);
    expect(passport).toContain("%");
    expect(passport).toContain(`${server.url}/indicator/gdp.yoy`);
    const figures = rowsOf(file.lines).map((r) => [r[0], r[1] === "" ? null : Number(r[1])]);
    expect(figures).toEqual(view.periods.map((p, i) => [p, view.values[i]]));
  });

  it("takes every vintage away as CSV, the revised quarter in it twice", async () => {
    const table = await ask<VintageTable>(browser, server.url, "series.vintages", {
      indicator: "gdp.yoy",
      last: 8,
    });
    const file = await downloaded(() => page.getByRole("link", { name: "下载全部版本 CSV" }).click());
    expect(file.name).toBe("gdp.yoy-CHN-vintages.csv");
    const passport = passportOf(file.lines);
    expect(passport.some((l) => l.includes("(gdp.yoy)"))).toBe(true);
    expect(passport.some((l) => l.includes("国家统计局"))).toBe(true);
    expect(passport).toContain(`# 截至,${table.asOf}`);
    const at = table.revision.findIndex((r) => r !== null && r !== 0);
    const rows = rowsOf(file.lines).filter((r) => r.includes(table.periods[at]!));
    const first = table.cells[at]!.find((c) => c?.value != null)!.value!;
    expect(rows.length).toBeGreaterThanOrEqual(2);
    expect(rows.some((r) => r.includes(String(first)))).toBe(true);
    expect(rows.some((r) => r.includes(String(Number((first + table.revision[at]!).toFixed(6)))))).toBe(true);
  });
});

describe("an analyst compares", () => {
  it("two series picked with the space bar stand on one chart, with the correlation the base answers", async () => {
    await page.goto(`${server.url}/workbench?q=ppi`);
    await pageReady(page, "[data-row='1'] a");
    const found = await ask<SearchView>(browser, server.url, "search.indicators", { q: "ppi" });
    await page.keyboard.press("j");
    await rowHasFocus(1);
    await page.keyboard.press(" ");
    await page.waitForURL("**sel=**");
    await page.keyboard.press("k");
    await rowHasFocus(0);
    await page.keyboard.press(" ");
    const keys = [found.rows[1]!, found.rows[0]!].map((r) => ({ indicator: r.indicator, region: r.region }));
    await page.waitForFunction((n) => document.querySelectorAll("#compare li button").length === n, 2);
    expect(searchNow("sel")).toBe(keys.map((k) => `${k.indicator}@${k.region}`).join(","));
    const view = await ask<CompareView>(browser, server.url, "series.compare", { keys });
    const r = view.correlation[0]![1]!;
    expect(r).not.toBeNull();
    const cells = page.getByRole("region", { name: "相关系数" }).locator("tbody tr").first().locator("td");
    await reads(cells.nth(1)).toBe(r.toFixed(2).replace("-", "−"));
  });
});

describe("an analyst follows alerts up", () => {
  let ids: number[];
  const article = () => page.locator("article");
  const open = async (id: number): Promise<void> => {
    await page.goto(`${server.url}/alerts?id=${id}`);
    await pageReady(page, "#alert-title");
  };

  it("comments on one and gives it to a colleague", async () => {
    const list = await ask<AlertListView>(browser, server.url, "alerts.list", { states: ["open"], limit: 5 });
    ids = list.items.map((a) => a.id);
    await open(ids[0]!);
    await article().getByLabel("添加意见").fill("请核实基期后再报。");
    await article().getByRole("button", { name: "提交" }).click();
    await article().getByText("请核实基期后再报。").waitFor();
    await article().getByLabel("指派给").selectOption({ label: "领导" });
    await page.locator("section[aria-labelledby=alert-log] li").filter({ hasText: "已指派" }).waitFor();
    const kept = await ask<AlertDetail>(browser, server.url, "alerts.get", { id: ids[0]! });
    expect(kept.assignee).toBe("leader");
    expect(kept.events.filter((e) => e.actor === "analyst").map((e) => e.kind)).toEqual([
      "commented",
      "assigned",
    ]);
  });

  it("cannot close one without a reason, and the reason stands in its log", async () => {
    await open(ids[1]!);
    await article().getByRole("button", { name: "关闭", exact: true }).click();
    const dialog = page.getByRole("dialog", { name: "关闭预警" });
    await dialog.getByRole("button", { name: "关闭", exact: true }).last().click();
    await dialog.getByText("请填写关闭理由。").waitFor();
    const before = await ask<AlertDetail>(browser, server.url, "alerts.get", { id: ids[1]! });
    expect(before.state).toBe("open");
    await dialog.getByLabel("关闭理由").fill("口径变化所致，不需处置。");
    await dialog.getByRole("button", { name: "关闭", exact: true }).last().click();
    await dialog.waitFor({ state: "detached" });
    const log = page.locator("section[aria-labelledby=alert-log] li").first();
    await log.filter({ hasText: "口径变化所致，不需处置。" }).waitFor();
    const after = await ask<AlertDetail>(browser, server.url, "alerts.get", { id: ids[1]! });
    expect(after).toMatchObject({ state: "closed", closedBecause: "person" });
    expect(problems).toEqual([]);
  });
});
