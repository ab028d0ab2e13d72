import type { BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { SearchView } from "../../server/routers/views.ts";
import { ask, refusal } from "./ask.ts";
import { DESK, openBrowser } from "./browser.ts";
import { PAGES, pageReady } from "./pages.ts";
import { reads } from "./reads.ts";
import { withServer } from "./server.ts";
import { signInPage } from "./signInPage.ts";
import { textOf } from "./textOf.ts";

const server = withServer();
const MAIN_NAV = { name: "主导航" };

describe("someone who has not signed in", () => {
  let browser: BrowserContext;
  let page: Page;
  beforeAll(async () => {
    browser = await openBrowser(server.url, DESK);
    page = await browser.newPage();
  });
  afterAll(async () => {
    await browser?.close();
  });

  const complaint = () => page.getByRole("alert");

  it("is told that name or password is wrong, not which of them", async () => {
    await page.goto(`${server.url}/login`);
    await signInPage(page, { name: "leader", password: "not-the-password" });
    await complaint().waitFor();
    await reads(complaint()).toBe("无法登录用户名或密码不正确");
    const leader = await textOf(complaint());
    await signInPage(page, { name: "nobody-here", password: "not-the-password" });
    await page.getByRole("button", { name: "登录", exact: true }).waitFor();
    await reads(complaint()).toBe(leader);
  });

  it("is sent to sign in, and then back to the page that was asked for, with all of its address", async () => {
    await page.goto(`${server.url}/indicator/ppi.yoy?range=10y&transform=ma3`);
    await page.waitForURL("**/login?next=**");
    await expect.poll(() => page.locator("nav").count()).toBe(0);
    await signInPage(page, server.accounts.analyst!);
    await page.waitForURL(`${server.url}/indicator/ppi.yoy?range=10y&transform=ma3`);
    await pageReady(page, "#chart");
    await page.getByRole("button", { name: "账户" }).click();
    await page.getByRole("button", { name: "退出登录" }).click();
    await page.waitForURL("**/login");
    await page.goto(`${server.url}/alerts`);
    await page.waitForURL("**/login?next=/alerts");
  });

  it("is sent to sign in also where the answer comes before the page is first drawn", async () => {
    const other = await openBrowser(server.url, DESK);
    const fresh = await other.newPage();
    // A busy machine: what is to be drawn waits until it is known who asks.
    await fresh.addInitScript(() => {
      const post = MessagePort.prototype.postMessage;
      MessagePort.prototype.postMessage = function (this: MessagePort, ...message: unknown[]): void {
        setTimeout(() => Reflect.apply(post, this, message), performance.now() < 2500 ? 2500 : 0);
      };
    });
    await fresh.goto(server.url);
    await fresh.waitForURL("**/login**");
    await signInPage(fresh, server.accounts.analyst!);
    await fresh.waitForURL(`${server.url}/`);
    await fresh.getByRole("navigation", MAIN_NAV).waitFor();
    await expect.poll(() => fresh.getByLabel("用户名").count()).toBe(0);
    await other.close();
  });

  it("is not led to another site by a forged way back", async () => {
    await page.goto(`${server.url}/login?next=//example.org/`);
    await signInPage(page, server.accounts.analyst!);
    await page.waitForURL(`${server.url}/`);
    await page.getByRole("navigation", MAIN_NAV).waitFor();
    expect(new URL(page.url()).origin).toBe(server.url);
    await browser.clearCookies();
  });

  it("has to wait after many wrong passwords, and is told how long", async () => {
    for (let i = 0; i < 10; i++) {
      const answer = await browser.request.post(`${server.url}/api/trpc/auth.signIn`, {
        data: { name: "modeler", password: `wrong-${i}` },
      });
      expect(answer.status()).toBe(401);
    }
    await page.goto(`${server.url}/login`);
    await signInPage(page, server.accounts.modeler!);
    await complaint().waitFor();
    await reads(complaint()).toMatch(/登录尝试过多，请 1[45] 分钟后再试/);
    expect(new URL(page.url()).pathname).toBe("/login");
  });
});

describe("a steward", () => {
  const ABOVE = "sim.e-invoice.index";
  const NOWHERE = "sim.no-such.index";
  let browser: BrowserContext;
  let page: Page;
  beforeAll(async () => {
    browser = await openBrowser(server.url, DESK, server.accounts.steward);
    page = await browser.newPage();
  });
  afterAll(async () => {
    await browser?.close();
  });

  it("finds no models in the navigation, and the procedures behind that page refuse him", async () => {
    await page.goto(server.url);
    await pageReady(page, "#lights tbody tr");
    const entries = await page.getByRole("navigation", MAIN_NAV).getByRole("link").allTextContents();
    expect(entries).toEqual(["驾驶舱", "景气", "预测", "预警", "工作台", "数据"]);
    expect(await refusal(browser, server.url, "models.list")).toMatchObject({
      status: 403,
      code: "forbidden",
    });
    await page.goto(`${server.url}/models`);
    await page.getByText("您的角色无权查看或执行此项。需要时请联系管理员。").waitFor();
  });

  it("meets an indicator above his grade as one that does not exist: page, procedure, export and search", async () => {
    const shown: string[] = [];
    const answers: unknown[] = [];
    for (const id of [ABOVE, NOWHERE]) {
      const nameless = (text: string): string => text.replaceAll(id, "…");
      await page.goto(`${server.url}/indicator/${id}`);
      await page.locator("main").getByRole("heading").first().waitFor();
      shown.push(nameless(await textOf(page.locator("main"))));
      const view = await refusal(browser, server.url, "series.view", { indicator: id });
      const vintages = await refusal(browser, server.url, "series.vintages", { indicator: id });
      const compared = await refusal(browser, server.url, "series.compare", {
        keys: [{ indicator: id, region: "CHN" }],
      });
      const file = await browser.request.get(`${server.url}/api/export/series.csv?indicator=${id}`);
      const all = await browser.request.get(
        `${server.url}/api/export/series.csv?indicator=${id}&vintages=all`,
      );
      answers.push([
        ...[view, vintages, compared].map((r) => [r.status, r.code, nameless(r.text)]),
        [file.status(), nameless(await file.text())],
        [all.status(), nameless(await all.text())],
      ]);
      const found = await ask<SearchView>(browser, server.url, "search.indicators", { q: id });
      expect(found.rows.filter((r) => r.indicator === id)).toEqual([]);
    }
    expect(shown[0]).toBe(shown[1]);
    expect(answers[0]).toEqual(answers[1]);
    expect(JSON.stringify(answers[0])).toContain("404");
    expect(JSON.stringify(answers[0])).not.toContain("发票");
  });

  it("while an analyst, whose grade reaches that far, reads it", async () => {
    const analyst = await openBrowser(server.url, DESK, server.accounts.analyst);
    const found = await ask<SearchView>(analyst, server.url, "search.indicators", { q: ABOVE });
    expect(found.rows[0]?.indicator).toBe(ABOVE);
    const file = await analyst.request.get(`${server.url}/api/export/series.csv?indicator=${ABOVE}`);
    expect(file.status()).toBe(200);
    expect(await file.text()).toContain("模拟数据，非真实统计");
    await analyst.close();
  });
});

describe("how the product looks to a person", () => {
  let browser: BrowserContext;
  let page: Page;
  beforeAll(async () => {
    browser = await openBrowser(server.url, DESK, server.accounts.administrator);
    page = await browser.newPage();
    await page.goto(server.url);
    await pageReady(page, "#lights tbody tr");
  });
  afterAll(async () => {
    await browser?.close();
  });

  /** Chinese words still on the page; what says that it is Chinese (an element with `lang`) is left out. */
  const chineseLeft = (): Promise<string[]> =>
    page.evaluate(() => {
      const chinese = /[\u3400-\u9fff]/;
      const own = (node: Element): boolean => node.closest("[lang='zh-CN']:not(html)") !== null;
      const left: string[] = [];
      const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let n = walk.nextNode(); n; n = walk.nextNode()) {
        const parent = n.parentElement!;
        if (parent.closest("script, style") || own(parent)) continue;
        if (chinese.test(n.textContent ?? "")) left.push((n.textContent ?? "").trim());
      }
      for (const node of document.body.querySelectorAll("[aria-label], [title]"))
        for (const name of ["aria-label", "title"]) {
          const said = node.getAttribute(name) ?? "";
          if (chinese.test(said) && !own(node)) left.push(`${name}: ${said}`);
        }
      return left;
    });

  it("turns to English with one press: every word but people's names, on every page, and the document's language", async () => {
    expect(await page.locator("html").getAttribute("lang")).toBe("zh-CN");
    await page.getByRole("button", { name: "Switch to English" }).click();
    await page.getByRole("navigation", { name: "Main", exact: true }).waitFor();
    expect(await page.locator("html").getAttribute("lang")).toBe("en");
    const people = await ask<{ displayName: string }[]>(browser, server.url, "alerts.people");
    const names = new Set(people.map((p) => p.displayName));
    const left: Record<string, string[]> = {};
    for (const { name, path, ready } of PAGES) {
      await page.goto(server.url + path);
      await pageReady(page, ready);
      const found = (await chineseLeft()).filter((text) => !names.has(text));
      if (found.length > 0) left[name] = found;
    }
    expect(left).toEqual({});
    await page.getByRole("button", { name: "切换到中文" }).click();
    await page.getByRole("navigation", MAIN_NAV).waitFor();
    expect(await page.locator("html").getAttribute("lang")).toBe("zh-CN");
  });

  it("turns dark, and is still dark after a reload", async () => {
    await page.goto(server.url);
    await pageReady(page, "h1");
    const ground = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    const light = await ground();
    await page.getByRole("button", { name: "切换到深色" }).click();
    await page.waitForFunction(
      (before) => getComputedStyle(document.documentElement).backgroundColor !== before,
      light,
    );
    const dark = await ground();
    await page.reload();
    await pageReady(page, "h1");
    expect(await ground()).toBe(dark);
    await page.getByRole("button", { name: "切换到浅色" }).click();
    await page.waitForFunction(
      (before) => getComputedStyle(document.documentElement).backgroundColor === before,
      light,
    );
  });

  it("writes larger when asked to, everywhere by the same measure, without scrolling sideways", async () => {
    const size = () =>
      page.evaluate(() => Number.parseFloat(getComputedStyle(document.documentElement).fontSize));
    const normal = await size();
    await page.getByRole("button", { name: "账户" }).click();
    await page.getByText("大字", { exact: true }).click();
    expect(await size()).toBeGreaterThan(normal * 1.1);
    await page.keyboard.press("Escape");
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(wide).toBeLessThanOrEqual(0);
    await page.getByRole("button", { name: "账户" }).click();
    await page.getByText("标准", { exact: true }).click();
    expect(await size()).toBe(normal);
    await page.keyboard.press("Escape");
  });
});

describe("someone without a mouse", () => {
  let browser: BrowserContext;
  let page: Page;
  beforeAll(async () => {
    browser = await openBrowser(server.url, DESK, server.accounts.analyst);
  });
  afterEach(async () => {
    await page.close();
  });
  afterAll(async () => {
    await browser?.close();
  });

  const arrive = async (path: string, ready: string): Promise<void> => {
    page = await browser.newPage();
    await page.goto(server.url + path);
    await pageReady(page, ready);
  };
  /** The element that has the focus: its words, and the ring around it. */
  const focused = () =>
    page.evaluate(() => {
      const at = document.activeElement!;
      const { outlineStyle, outlineWidth } = getComputedStyle(at);
      return {
        text: at.textContent ?? "",
        label: at.getAttribute("aria-label"),
        id: at.id,
        ring: outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2,
        seen: at.getBoundingClientRect().width > 20,
        inNav: at.closest("nav") !== null,
        inDialog: at === document.body || at.closest("dialog") !== null,
      };
    });

  it("meets the way past the navigation first, and it leads into the page", async () => {
    await arrive("/", "#lights tbody tr");
    await page.keyboard.press("Tab");
    expect(await focused()).toMatchObject({ text: "跳到主要内容", seen: true, ring: true });
    await page.keyboard.press("Enter");
    expect((await focused()).id).toBe("main");
  });

  it("comes through the navigation in the order it is read, with the focus always visible", async () => {
    await arrive("/", "#lights tbody tr");
    const walked: string[] = [];
    for (let i = 0; i < 16; i++) {
      await page.keyboard.press("Tab");
      const at = await focused();
      expect(at, `the ${i + 1}th stop`).toMatchObject({ ring: true });
      if (at.inNav) walked.push(at.text);
    }
    expect(walked.slice(0, 7)).toEqual(["驾驶舱", "景气", "预测", "预警", "工作台", "模型", "数据"]);
  });

  it("cannot leave an open dialog with Tab, leaves it with Escape, and stands where it was opened", async () => {
    await arrive("/", "#lights tbody tr");
    await page.getByRole("button", { name: "账户" }).focus();
    await page.keyboard.press("Enter");
    const menu = page.getByRole("region", { name: "账户" });
    await menu.getByRole("button", { name: "修改密码" }).focus();
    await page.keyboard.press("Enter");
    await page.getByRole("dialog", { name: "修改密码" }).waitFor();
    for (let i = 0; i < 9; i++) {
      await page.keyboard.press("Tab");
      expect((await focused()).inDialog, `after ${i + 1} times Tab`).toBe(true);
    }
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await expect.poll(async () => (await focused()).label).toBe("账户");
  });

  it("can switch single keys off, after which they do nothing", async () => {
    await arrive("/indicator/cpi.yoy", "#chart");
    await page.getByRole("button", { name: "账户" }).click();
    await page.getByLabel("单键快捷键").uncheck();
    await page.keyboard.press("Escape");
    await page.locator("h1").click();
    await page.keyboard.press("t");
    await page.keyboard.press("?");
    expect(new URL(page.url()).searchParams.get("transform")).toBeNull();
    await expect.poll(() => page.getByRole("dialog").count()).toBe(0);
    await page.getByRole("button", { name: "账户" }).click();
    await page.getByLabel("单键快捷键").check();
  });
});
