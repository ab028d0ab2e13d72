import type { Page } from "playwright-core";

/** Every page of the client, with what must stand on it before it counts as shown. */
export const PAGES: readonly { name: string; path: string; ready: string }[] = [
  { name: "cockpit", path: "/", ready: "h1" },
  { name: "cycle", path: "/cycle", ready: "h1" },
  { name: "forecast", path: "/forecast", ready: "#news h2" },
  { name: "alerts", path: "/alerts", ready: "h1" },
  { name: "risk", path: "/risk", ready: "#events h3" },
  { name: "risk-event", path: "/risk?event=export-slump", ready: "#candidates h2" },
  { name: "workbench", path: "/workbench", ready: "h1" },
  { name: "indicator", path: "/indicator/cpi.yoy", ready: "h1" },
  { name: "indicator-made", path: "/indicator/retail.value", ready: "#seasonal h2" },
  { name: "models", path: "/models", ready: "h1" },
  { name: "model", path: "/models/ets", ready: "h1" },
  { name: "runs", path: "/runs", ready: "h1" },
  { name: "sources", path: "/sources", ready: "h1" },
];

/** Waits until the page has its heading, nothing is loading, and its fonts and charts stand. */
export async function pageReady(page: Page, selector: string): Promise<void> {
  await page.waitForSelector(selector, { timeout: 20_000 });
  await page.waitForFunction(() => document.querySelector("[aria-busy=true]") === null, undefined, {
    timeout: 20_000,
  });
  await page.waitForLoadState("networkidle", { timeout: 5000 }).catch(() => undefined);
}
