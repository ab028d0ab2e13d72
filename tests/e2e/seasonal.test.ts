import { readFileSync } from "node:fs";
import type { BrowserContext, Download, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { DerivedView, SeasonalView } from "../../server/routers/views.ts";
import { ask, refusal } from "./ask.ts";
import { axeFindings, DESK, openBrowser, overflow } from "./browser.ts";
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
});
afterAll(async () => {
  await browser?.close();
});

const card = (id: "seasonal" | "derived"): Locator => page.locator(`#${id}`);
const open = async (path: string, id: "seasonal" | "derived"): Promise<void> => {
  await page.goto(`${server.url}${path}`);
  await pageReady(page, `#${id} h2`);
};

/** The lines of the file that a link of a card brings down. */
async function fileOf(link: Locator): Promise<string[]> {
  const [file] = await Promise.all<[Promise<Download>, Promise<void>]>([
    page.waitForEvent("download"),
    link.click(),
  ]);
  return readFileSync(await file.path(), "utf8")
    .slice(1)
    .trimEnd()
    .split("\r\n");
}

describe("an analyst reads the adjusted series of retail sales", () => {
  it("has the finding, the headline number with its month, and how good it is", async () => {
    await open("/indicator/retail.value", "seasonal");
    const view = await ask<SeasonalView>(browser, server.url, "seasonal.view", { indicator: "retail.value" });
    const { result, title, verdict, quality } = view.adjustment!;
    const text = await textOf(card("seasonal"));
    expect(text).toContain(title.text.zh);
    expect(text).toContain(verdict.says.zh);
    const change = result.change.at(-1)!;
    expect(text).toContain(`${change < 0 ? "−" : "+"}${Math.abs(change).toFixed(1)}%`);
    for (const q of quality) expect(text).toContain(q.says.zh);
  });

  it("turns to the effect of the Spring Festival, which the address carries", async () => {
    await card("seasonal").getByText("春节", { exact: true }).click();
    await page.waitForURL(/part=festival/);
    await page.reload();
    await pageReady(page, "#seasonal h2");
    await reads(card("seasonal")).toContain("春节早晚使当月数值偏离的幅度");
  });

  it("takes the figures away in a file that says nobody published them", async () => {
    const lines = await fileOf(card("seasonal").getByRole("link", { name: "下载季节调整数据" }));
    expect(lines.filter((l) => l.startsWith("# ")).join("\n")).toContain("非来源公布");
    expect(lines.find((l) => !l.startsWith("# "))).toContain("季节调整后");
    expect(lines.length).toBeGreaterThan(200);
  });

  it("tries other settings beside, told where the two differ most", async () => {
    await card("seasonal").getByRole("button", { name: "换个设置试试" }).click();
    const drawer = page.getByRole("dialog");
    await drawer.getByLabel("春节窗口").selectOption({ label: "不考虑春节" });
    await drawer.getByRole("button", { name: "试算" }).click();
    await drawer.getByText(/改动设置后，调整结果最多相差/).waitFor({ timeout: 30_000 });
    await reads(drawer).toContain("改动后的质量检验");
    await page.keyboard.press("Escape");
    await drawer.waitFor({ state: "hidden" });
  });

  it("sees it as an earlier day knew it, with that day's newest month", async () => {
    const view = await ask<SeasonalView>(browser, server.url, "seasonal.view", {
      indicator: "retail.value",
      asOf: "2022-06-30",
    });
    await open("/indicator/retail.value?asof=2022-06-30", "seasonal");
    await reads(card("seasonal")).toContain(view.adjustment!.title.text.zh);
    expect(view.adjustment!.result.periods.at(-1)).toBe("2022-05");
  });

  it("is told in a sentence why a growth rate has none", async () => {
    await open("/indicator/cpi.yoy", "seasonal");
    await reads(card("seasonal")).toContain("不再调整");
  });
});

describe("an analyst reads single months of electricity", () => {
  it("has each month with how it was made, and growth on the comparable basis with its range", async () => {
    await open("/indicator/electricity.ytd", "derived");
    const view = await ask<DerivedView>(browser, server.url, "series.derived", {
      indicator: "electricity.ytd",
    });
    await reads(card("derived")).toContain(view.derived!.title.text.zh);
    await card("derived").getByText("同比", { exact: true }).click();
    await page.waitForURL(/single=growth/);
    await reads(card("derived")).toContain(view.derived!.growthTitle!.text.zh);
  });

  it("takes them away in a file whose rows say how each was made", async () => {
    const lines = await fileOf(card("derived").getByRole("link", { name: "下载推算数据" }));
    expect(lines.filter((l) => l.startsWith("# ")).join("\n")).toContain("非来源公布");
    expect(lines.some((l) => l.startsWith("2024-01,") && l.includes(",parted,"))).toBe(true);
  });

  it("is told what is refused for investment and why", async () => {
    await open("/indicator/fai.ytd", "derived");
    await reads(card("derived")).toContain("与公布增速不一致");
  });
});

describe("for everybody", () => {
  it("a leader reads the adjusted series and may not try settings", async () => {
    const leader = await openBrowser(server.url, DESK, server.accounts.leader);
    const view = await ask<SeasonalView>(leader, server.url, "seasonal.view", { indicator: "exports.usd" });
    expect(view.adjustment!.policy).toBeNull();
    const refused = await refusal(leader, server.url, "seasonal.trial", {
      indicator: "exports.usd",
      trial: {},
    });
    expect(refused.status).toBe(403);
    await leader.close();
  });

  it("on a phone nothing is wider than the screen and axe finds nothing", async () => {
    const phone = await openBrowser(
      server.url,
      { width: 390, height: 844, theme: "dark", lang: "en" },
      server.accounts.analyst,
    );
    const small = await phone.newPage();
    await small.goto(`${server.url}/indicator/electricity.ytd?lang=en&theme=dark`);
    await pageReady(small, "#seasonal h2");
    expect(await overflow(small)).toBe(0);
    expect(await axeFindings(small)).toEqual([]);
    await phone.close();
  });

  it("no script of the page failed", () => {
    expect(problems).toEqual([]);
  });
});
