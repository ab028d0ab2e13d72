import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { baselineCopy, dropFolder, firstAccounts } from "../support/baseline.ts";
import { startServer } from "../support/serverProcess.ts";
import { type Look, openBrowser, overflow } from "./browser.ts";
import { PAGES, pageReady } from "./pages.ts";

const { values } = parseArgs({
  options: {
    url: { type: "string" },
    data: { type: "string" },
    out: { type: "string", default: join(import.meta.dirname, "../.out/shots") },
    pages: { type: "string" },
    sizes: { type: "string", default: "1440x900,390x844,1920x1080" },
    themes: { type: "string", default: "light,dark" },
    langs: { type: "string", default: "zh,en" },
    text: { type: "string", default: "normal" },
    query: { type: "string", default: "" },
    role: { type: "string", default: "administrator" },
  },
});

const own = values.url ? null : await baselineCopy();
const server = own ? await startServer({ dataDir: own }) : null;
const url = values.url ?? server!.url;
const account = firstAccounts(values.data ?? own!)[values.role];
mkdirSync(values.out, { recursive: true });

const large = values.text === "large";
const pages = PAGES.filter((p) => !values.pages || values.pages.split(",").includes(p.name));
for (const size of values.sizes.split(",")) {
  const [width = 1440, height = 900] = size.split("x").map(Number);
  for (const theme of values.themes.split(",") as Look["theme"][]) {
    for (const lang of values.langs.split(",") as Look["lang"][]) {
      const browser = await openBrowser(
        url,
        { width, height, theme, lang, ...(large && { size: "large" as const }) },
        account,
      );
      const page = await browser.newPage();
      for (const { name, path, ready } of pages) {
        await page.goto(
          `${url}${path}${path.includes("?") ? "&" : "?"}lang=${lang}&theme=${theme}&eager=1${values.query}`,
        );
        await pageReady(page, ready);
        const file = join(values.out, `${name}-${size}-${theme}-${lang}${large ? "-large" : ""}.png`);
        await page.screenshot({ path: file, fullPage: true, animations: "disabled" });
        const wide = await overflow(page);
        process.stdout.write(`${file}${wide > 0 ? `  ! ${wide} px too wide` : ""}\n`);
      }
      await browser.close();
    }
  }
}
await server?.stop();
if (own) dropFolder(own);
