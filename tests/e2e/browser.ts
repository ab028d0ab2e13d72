import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, chromium, type Page } from "playwright-core";
import { findBrowser } from "../support/system.mjs";

/** Chromium's own background calls would only time out on an intranet. */
const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--force-color-profile=srgb",
];

export interface Account {
  name: string;
  password: string;
}

export interface Look {
  width: number;
  height: number;
  theme: "light" | "dark";
  lang: "zh" | "en";
  /** 大字, for those who want it; a person's own setting, so no link carries it. */
  size?: "large";
}

/** A desk in an office, as most tests see it. */
export const DESK: Look = { width: 1440, height: 900, theme: "light", lang: "zh" };

/** A browser with a profile of its own, reduced motion and Beijing time, signed in when an account is given. */
export async function openBrowser(url: string, look: Look, account?: Account): Promise<BrowserContext> {
  const profile = mkdtempSync(join(tmpdir(), "guanlan-browser-"));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: findBrowser()!,
    headless: true,
    args: FLAGS,
    viewport: { width: look.width, height: look.height },
    colorScheme: look.theme,
    locale: look.lang === "zh" ? "zh-CN" : "en-GB",
    timezoneId: "Asia/Shanghai",
    reducedMotion: "reduce",
    acceptDownloads: true,
    ...(look.width < 500 && { hasTouch: true, isMobile: true }),
  });
  if (look.size)
    await context.addInitScript(
      (size) => localStorage.setItem("guanlan.settings", JSON.stringify({ size })),
      look.size,
    );
  // A closing browser writes a little longer than it says: its profile goes when the tests end.
  process.once("exit", () => rmSync(profile, { recursive: true, force: true }));
  if (account) await signIn(context, url, account);
  return context;
}

/** Signs in through the API, as the page does; the session cookie stays in the context. */
export async function signIn(context: BrowserContext, url: string, account: Account): Promise<void> {
  const answer = await context.request.post(`${url}/api/trpc/auth.signIn`, { data: account });
  if (!answer.ok())
    throw new Error(`sign-in as ${account.name} answered ${answer.status()}: ${await answer.text()}`);
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Findings of axe for WCAG 2.0–2.2 A and AA and best practice, one line each. */
export async function axeFindings(page: Page): Promise<string[]> {
  // Evaluated, not put into the page as a script: the product's own policy forbids scripts it did not bring.
  if (!(await page.evaluate(() => Reflect.has(window, "axe")))) await page.evaluate(axeSource);
  return page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: {
        run(
          d: Document,
          o: object,
        ): Promise<{ violations: { id: string; nodes: { target: unknown[]; failureSummary: string }[] }[] }>;
      };
    };
    const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
    const { violations } = await axe.run(document, { runOnly: { type: "tag", values: tags } });
    return violations.flatMap((v) =>
      v.nodes.map((n) => `${v.id}: ${n.target.join(" ")} — ${n.failureSummary.split("\n")[1] ?? ""}`),
    );
  });
}

/** Largest contentful paint and layout shift of the page so far. */
export async function vitals(page: Page): Promise<{ lcp: number; cls: number }> {
  return page.evaluate(
    () =>
      new Promise((resolve) => {
        const seen = { lcp: 0, cls: 0 };
        new PerformanceObserver((list) => {
          for (const e of list.getEntries()) seen.lcp = e.startTime;
        }).observe({ type: "largest-contentful-paint", buffered: true });
        new PerformanceObserver((list) => {
          for (const e of list.getEntries() as (PerformanceEntry & {
            value: number;
            hadRecentInput: boolean;
          })[]) {
            if (!e.hadRecentInput) seen.cls += e.value;
          }
        }).observe({ type: "layout-shift", buffered: true });
        setTimeout(() => resolve(seen), 300);
      }),
  );
}

/**
 * Pixels by which the page is wider than its window; a phone page must not scroll sideways. A phone's browser zooms
 * out to show a page that is too wide, and its innerWidth with it: the layout's own width does not move.
 */
export async function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}
