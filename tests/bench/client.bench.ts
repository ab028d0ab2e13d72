import { axeFindings, openBrowser, vitals } from "../e2e/browser.ts";
import { PAGES, pageReady } from "../e2e/pages.ts";
import { baselineCopy, dropFolder, firstAccounts } from "../support/baseline.ts";
import { firstScripts } from "../support/firstScripts.ts";
import { startServer } from "../support/serverProcess.ts";
import { median, report } from "./table.ts";

/** What a person waits for, page by page, in Debian's Chromium: first script, largest paint, shift, and axe's findings. */
const ROUNDS = 5;
const FIRST_KB = 120;
const LCP_MS = 1200;
const CLS = 0.02;
const row = { job: "client", ratio: null };

const dataDir = await baselineCopy();
const server = await startServer({ dataDir });
const look = { width: 1440, height: 900, theme: "light", lang: "zh" } as const;
const browser = await openBrowser(server.url, look, firstAccounts(dataDir).administrator);
try {
  const first = firstScripts().reduce((sum, s) => sum + s.kb, 0);
  report({
    ...row,
    figure: "first script of the cockpit, gzip",
    measured: first,
    unit: "KB",
    floor: `≤ ${FIRST_KB} KB`,
    ok: first <= FIRST_KB,
  });
  for (const { name, path, ready } of PAGES) {
    const page = await browser.newPage();
    const paints: number[] = [];
    let shift = 0;
    for (let i = 0; i < ROUNDS; i++) {
      await page.goto(server.url + path);
      await pageReady(page, ready);
      const seen = await vitals(page);
      paints.push(seen.lcp);
      shift = Math.max(shift, seen.cls);
    }
    const lcp = median(paints);
    const findings = (await axeFindings(page)).length;
    report({
      ...row,
      figure: `${name}: largest paint`,
      measured: lcp,
      unit: "ms",
      floor: `≤ ${LCP_MS} ms`,
      ok: lcp <= LCP_MS,
    });
    report({
      ...row,
      figure: `${name}: layout shift`,
      measured: shift,
      unit: "",
      floor: `≤ ${CLS}`,
      ok: shift <= CLS,
    });
    report({
      ...row,
      figure: `${name}: axe findings`,
      measured: findings,
      unit: "",
      floor: "0",
      ok: findings === 0,
    });
    await page.close();
  }
} finally {
  await browser.close();
  await server.stop();
  dropFolder(dataDir);
}
