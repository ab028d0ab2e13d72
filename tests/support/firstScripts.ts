import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

const CLIENT = join(import.meta.dirname, "../../dist/client");

const read = (file: string): string => readFileSync(join(CLIENT, "assets", file), "utf8");

/** The files a script cannot start without: its static imports, not those it fetches later by `import()`. */
function importsOf(file: string): string[] {
  const found = read(file).matchAll(/(?:\bfrom|\bimport)\s*["']\.\/([\w.-]+\.js)["']/g);
  return [...found].map((m) => m[1]!);
}

/** All scripts that come with some: themselves and whatever they import, each once. */
function closure(files: readonly string[]): Set<string> {
  const all = new Set<string>();
  const add = (file: string): void => {
    if (all.has(file)) return;
    all.add(file);
    for (const next of importsOf(file)) add(next);
  };
  for (const file of files) add(file);
  return all;
}

/** The scripts of the built client that the cockpit's first paint waits for, with their size in KB after gzip. */
export function firstScripts(): { file: string; kb: number; text: string }[] {
  const page = readFileSync(join(CLIENT, "index.html"), "utf8");
  const named = [...page.matchAll(/(?:src|href)="[^"]*\/([^"/]+\.js)"/g)].map((m) => m[1]!);
  const cockpit = readdirSync(join(CLIENT, "assets")).filter((f) => /^CockpitPage-.*\.js$/.test(f));
  if (named.length === 0 || cockpit.length !== 1) throw new Error("dist/client holds no built cockpit");
  return [...closure([...named, ...cockpit])].map((file) => {
    const text = read(file);
    return { file, kb: gzipSync(text).length / 1024, text };
  });
}
