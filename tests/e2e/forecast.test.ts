import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { FansView, ForecastTable, NowcastRecordView, NowcastView } from "../../server/routers/views.ts";
import { nowcastMove } from "../../server/views/nowcast/nowcastMove.ts";
import { deniedNowcastClaims, deniedRecordClaims, deniedStepClaims } from "../support/deniedNowcastClaims.ts";
import { ask } from "./ask.ts";
import { DESK, openBrowser } from "./browser.ts";
import { pageReady } from "./pages.ts";
import { reads } from "./reads.ts";
import { withServer } from "./server.ts";
import { textOf } from "./textOf.ts";

const server = withServer();
let browser: BrowserContext;
let page: Page;

/** The record of the past is made behind the pages: until enough of it is there a leader is shown no nowcast. */
const RECORD_WITHIN = 240_000;

beforeAll(async () => {
  browser = await openBrowser(server.url, DESK, server.accounts.leader);
  page = await browser.newPage();
  const end = Date.now() + RECORD_WITHIN;
  while (Date.now() < end && !(await nowcast()).shown) await page.waitForTimeout(3000);
}, RECORD_WITHIN + 60_000);
afterAll(() => browser?.close());

const nowcast = (input: object = {}): Promise<NowcastView> =>
  ask<NowcastView>(browser, server.url, "nowcast.view", input);
const impacts = async (): Promise<number[]> =>
  (await page.locator("#news table td.r:last-child").allTextContents()).map((t) =>
    Number(t.replace("−", "-")),
  );

describe("a leader who asks why the forecast moved", () => {
  it("gets from the cockpit to the figure behind its last move in three clicks", async () => {
    const view = await nowcast();
    await page.goto(server.url);
    await pageReady(page, "#nowcast-news a[href*='/forecast']");
    await page.locator("#nowcast-news a[href*='/forecast']").first().click();
    await page.waitForURL("**/forecast**");
    await pageReady(page, "#news table tbody a");
    const step = view.shown!.steps.at(-1)!;
    const row = page.locator("#news table tbody a").first();
    await reads(page.locator("#news h2")).toBe(step.title.text.zh);
    const name = await textOf(row);
    await row.click();
    await page.waitForURL(`**/indicator/**asof=${step.day}**`);
    await pageReady(page, "h1");
    const item = step.items.find((i) => page.url().includes(encodeURIComponent(i.indicator)))!;
    expect(view.indicators[item.indicator]!.short.zh).toBe(name);
  });

  it("reads sentences that the figures bear out", async () => {
    const view = await nowcast();
    const shown = view.shown!;
    await page.goto(`${server.url}/forecast`);
    await pageReady(page, "#path h2");
    await reads(page.locator("h1")).toBe(view.headline.text.zh);
    await reads(page.locator("#path h2")).toBe(shown.pathTitle.text.zh);
    const move = nowcastMove(shown.steps, view.asOf)!;
    const week = shown.steps.filter((s) => Date.parse(view.asOf) - Date.parse(s.day) < 7 * 86_400_000);
    const moved = move.thisWeek ? week : shown.steps.slice(-1);
    for (const sentence of [view.headline, shown.pathTitle])
      expect(deniedNowcastClaims(sentence, shown, moved)).toEqual([]);
    for (const step of shown.steps) expect(deniedStepClaims(step)).toEqual([]);
  });

  it("sees news that add up: items to the day, parts to the day, days to the path", async () => {
    const { path, steps } = (await nowcast()).shown!;
    for (const [i, step] of steps.entries()) {
      const items = step.items.reduce((a, x) => a + x.impact, step.revisions + step.parameters);
      const parts = step.parts.reduce((a, x) => a + x.impact, 0);
      const moved = path[i + 1]!.density.mean - path[i]!.density.mean;
      expect(path[i + 1]!.day).toBe(step.day);
      for (const sum of [items, parts, moved]) expect(Math.abs(sum - step.change)).toBeLessThan(1e-9);
    }
  });

  it("is shown no model without good standing, and why there is none", async () => {
    const table = await ask<ForecastTable>(browser, server.url, "forecast.models", { indicator: "gdp.yoy" });
    const rows = table.horizons.flatMap((h) => h.rows);
    expect(rows.every((r) => r.record.standing.state === "good")).toBe(true);
    // Nor is he told what a model that he is not shown weighs in the combination, or how models compare.
    for (const indicator of ["gdp.yoy", "cpi.yoy"]) {
      const { combination, horizons } = await ask<ForecastTable>(browser, server.url, "forecast.models", {
        indicator,
      });
      const seen = new Set(horizons.flatMap((h) => h.rows.map((r) => r.model)));
      expect(combination?.members.filter((m) => !seen.has(m.model)) ?? []).toEqual([]);
      expect(horizons.flatMap((h) => h.rows).filter((r) => r.against || !r.daily)).toEqual([]);
    }
    const { fans } = await ask<FansView>(browser, server.url, "forecast.fans");
    expect(fans).toHaveLength(10);
    const able = fans.filter((f) => f.forecast);
    expect(able.filter((f) => f.record!.relativeToNaive >= 1)).toEqual([]);
    expect(fans.filter((f) => !f.forecast && !f.why)).toEqual([]);
    // Growth is told by its nowcast where no model may speak of it.
    const growth = fans.find((f) => f.indicator === "gdp.yoy")!;
    const { mean } = (await nowcast()).shown!.density;
    expect(growth.forecast).toBeNull();
    const drawn = [
      ...able.map((f) => f.title.text.zh),
      expect.stringMatching(new RegExp(`^国内生产总值.*预计 ${mean.toFixed(1)}%$`)),
    ];
    await expect
      .poll(() => page.locator("#fans h2").allTextContents())
      .toEqual(expect.arrayContaining(drawn));
  });
});

describe("an analyst", () => {
  beforeAll(async () => {
    await browser.close();
    browser = await openBrowser(server.url, DESK, server.accounts.analyst);
    page = await browser.newPage();
    await page.goto(`${server.url}/forecast`);
    await pageReady(page, "#news ul button");
  });

  it("chooses a day of release; the address, the table and the marked day follow", async () => {
    const { steps } = (await nowcast()).shown!;
    const first = steps[0]!;
    await page.locator("#news ul button").last().click();
    await page.waitForURL(`**day=${first.day}**`);
    await page.locator("#news h2").filter({ hasText: first.title.text.zh }).waitFor();
    const shown = await impacts();
    const sum = shown.pop()!;
    // Rounded to the thousandth each.
    expect(Math.abs(shown.reduce((a, v) => a + v, 0) - sum)).toBeLessThan(0.0005 * (shown.length + 1) + 1e-9);
    await page.getByRole("button", { name: "后一发布日" }).click();
    await page.waitForURL(`**day=${steps[1]!.day}**`);
  });

  it("chooses a day in the chart by keyboard", async () => {
    const { steps, path } = (await nowcast()).shown!;
    await page.locator("#path [role=group]").focus();
    await page.keyboard.press("End");
    await page.keyboard.press("Enter");
    await page.waitForURL(`**day=${path.at(-1)!.day}**`);
    expect(path.at(-1)!.day).toBe(steps.at(-1)!.day);
  });

  it("reads how it was: the errors as the record has them, and the path of a quarter", async () => {
    const record = await ask<NowcastRecordView>(browser, server.url, "nowcast.record");
    const whole = record.samples.find((s) => s.id === "all")!.stages;
    const told = whole.toSorted((a, b) => Math.abs(a.daysBefore - 28) - Math.abs(b.daysBefore - 28))[0]!;
    expect(deniedRecordClaims(record.title, told)).toEqual([]);
    const last = record.periods.at(-1)!;
    await page.goto(`${server.url}/forecast?period=${last.period}&sample=all#record`);
    await pageReady(page, "#errors tbody tr");
    await expect.poll(() => page.locator("#errors tbody tr").count()).toBe(whole.length);
    await reads(page.locator("#errors tbody tr").first()).toContain(whole[0]!.nowcast.rmse.toFixed(2));
    await reads(page.locator("#period h2")).toContain(last.period.slice(0, 4));
  });

  it("asks for a day past: what was told then, from nothing later", async () => {
    const asOf = "2019-05-20";
    const then = await nowcast({ asOf });
    expect(then.asOf).toBe(asOf);
    const shown = then.shown!;
    const days = [
      shown.day,
      ...shown.path.map((p) => p.day),
      ...shown.provenance.vintages.map((v) => v.vintage ?? ""),
    ];
    expect(days.filter((day) => day > asOf)).toEqual([]);
    await page.goto(`${server.url}/forecast?asof=${asOf}`);
    await pageReady(page, "h1");
    await reads(page.locator("h1")).toBe(then.headline.text.zh);
    // Of a day whose fit was not kept nobody knows the weights: the page says so.
    const { combination } = await ask<ForecastTable>(browser, server.url, "forecast.models", {
      indicator: "cpi.yoy",
      asOf,
    });
    expect(combination!.members).toEqual([]);
    await page.goto(`${server.url}/forecast?asof=${asOf}&indicator=cpi.yoy`);
    await pageReady(page, "#models tbody tr");
    await reads(page.locator("#models")).toContain(combination!.why!.zh);
  });

  it("reads what each member weighs in the combination, adding to all of it, and how models compare", async () => {
    const table = await ask<ForecastTable>(browser, server.url, "forecast.models", { indicator: "cpi.yoy" });
    const { members, withheld } = table.combination!;
    expect(members.map((m) => m.model).sort()).toEqual(["arima", "ets"]);
    expect(members.reduce((sum, m) => sum + m.weight, withheld)).toBeCloseTo(1, 9);
    expect(members.every((m) => m.errors > 100 && m.rmse! > 0)).toBe(true);
    await page.goto(`${server.url}/forecast?target=cpi.yoy`);
    await pageReady(page, "#models tbody tr");
    const first = table.horizons[0]!;
    await reads(page.locator("#models h2")).toBe(first.title.text.zh);
    await expect.poll(() => page.locator("#models tbody tr").count()).toBe(first.rows.length);
    const heads = await page.locator("#models thead th").allTextContents();
    for (const { model, weight } of members) {
      const row = page.locator("#models tbody tr").nth(first.rows.findIndex((r) => r.model === model));
      await reads(row.locator(`td, th`).nth(heads.indexOf("组合权重"))).toBe(`${Math.round(100 * weight)}%`);
    }
    const beside = first.rows.findIndex((r) => r.against);
    const cell = page
      .locator("#models tbody tr")
      .nth(beside)
      .locator("td, th")
      .nth(heads.indexOf("与采用的比"));
    await reads(cell).toContain(first.rows[beside]!.against!.ratio.toFixed(2));
    // How to adopt a candidate is a modeler's.
    expect(await page.locator("#models details").count()).toBe(0);
  });

  it("turns to prices", async () => {
    const cpi = await nowcast({ target: "cpi.yoy" });
    await page.goto(`${server.url}/forecast`);
    await pageReady(page, "h1");
    await page.getByRole("radio", { name: "CPI" }).click({ force: true });
    await page.waitForURL("**target=cpi.yoy**");
    await page.locator("h1").filter({ hasText: cpi.headline.text.zh }).waitFor();
    expect(cpi.shown!.period).toMatch(/^\d{4}-\d{2}$/);
  });
});

describe("a modeler", () => {
  beforeAll(async () => {
    await browser.close();
    browser = await openBrowser(server.url, DESK, server.accounts.modeler);
    page = await browser.newPage();
  });

  it("meets the models before the past, and is told by keyboard how a candidate is adopted", async () => {
    await page.goto(`${server.url}/forecast?indicator=cpi.yoy`);
    await pageReady(page, "#models tbody tr");
    await pageReady(page, "#errors tbody tr");
    const top = async (place: string): Promise<number> => (await page.locator(place).boundingBox())!.y;
    expect(await top("#models")).toBeLessThan(await top("#record"));
    await page.locator("#models details summary").focus();
    await page.keyboard.press("Enter");
    await page.locator("#models details ol").waitFor();
    await reads(page.locator("#models details")).toContain("models/forecast/scheduled.ts");
    const way = page.locator("#models details a");
    await way.click();
    await page.waitForURL("**/models?indicator=cpi.yoy**");
  });
});
