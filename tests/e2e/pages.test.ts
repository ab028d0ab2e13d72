import type { BrowserContext } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { axeFindings, type Look, openBrowser, overflow, vitals } from "./browser.ts";
import { PAGES, pageReady } from "./pages.ts";
import { withServer } from "./server.ts";
import { textTrouble } from "./textTrouble.ts";

const server = withServer();

/** Every size, theme and language is seen at least once; the full product is what the screenshots are for. */
const LOOKS: readonly Look[] = [
  { width: 1440, height: 900, theme: "light", lang: "zh" },
  { width: 390, height: 844, theme: "dark", lang: "zh" },
  { width: 1920, height: 1080, theme: "dark", lang: "en" },
  { width: 390, height: 844, theme: "light", lang: "en" },
];
const CLS = 0.02;
/** Large text where it has least room, and in the longer language; pages that hold most charts and tables. */
const LARGE: Look = { width: 390, height: 844, theme: "light", lang: "en", size: "large" };
const FULL = ["cockpit", "cycle", "forecast", "risk", "risk-event", "indicator-made"];

describe.each(LOOKS)("$width×$height, $theme, $lang", (look) => {
  let browser: BrowserContext;
  beforeAll(async () => {
    browser = await openBrowser(server.url, look, server.accounts.administrator);
  });
  // Every open page keeps a live connection, and a browser gives one address six.
  afterEach(() => Promise.all(browser.pages().map((page) => page.close())));
  afterAll(() => browser?.close());

  it.each(PAGES)(
    "$name has no accessibility finding, no sideways scroll, no error, and nothing shifts",
    async ({ path, ready }) => {
      const page = await browser.newPage();
      const problems: string[] = [];
      page.on("pageerror", (e) => problems.push(e.message));
      page.on("console", (m) => m.type() === "error" && problems.push(m.text()));
      await page.goto(
        `${server.url}${path}${path.includes("?") ? "&" : "?"}lang=${look.lang}&theme=${look.theme}`,
      );
      await pageReady(page, ready);
      const { cls } = await vitals(page);
      expect(await axeFindings(page)).toEqual([]);
      expect(await overflow(page)).toBeLessThanOrEqual(0);
      expect(await textTrouble(page)).toEqual([]);
      expect(problems).toEqual([]);
      expect(cls).toBeLessThanOrEqual(CLS);
    },
  );
});

describe("large text on a phone", () => {
  let browser: BrowserContext;
  beforeAll(async () => {
    browser = await openBrowser(server.url, LARGE, server.accounts.administrator);
  });
  afterEach(() => Promise.all(browser.pages().map((page) => page.close())));
  afterAll(() => browser?.close());

  it.each(PAGES.filter((p) => FULL.includes(p.name)))(
    "$name keeps within the window, and no text is cut or lies upon another",
    async ({ path, ready }) => {
      const page = await browser.newPage();
      const query = `${path.includes("?") ? "&" : "?"}lang=${LARGE.lang}&eager=1`;
      await page.goto(`${server.url}${path}${query}`);
      await pageReady(page, ready);
      expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe("19px");
      expect(await overflow(page)).toBeLessThanOrEqual(0);
      expect(await textTrouble(page)).toEqual([]);
    },
  );
});
