import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize, relative, sep } from "node:path";
import { describe, expect, it } from "vitest";

const ROOT = join(import.meta.dirname, "..");
const FOLDERS = ["models", "db", "server", "seed", "client", "tests"] as const;
type Folder = (typeof FOLDERS)[number];

/** What each top folder may import from, itself aside. `client` reads server types only (`import type`). */
const MAY: Readonly<Record<Folder, readonly Folder[]>> = {
  models: [],
  db: ["models"],
  server: ["models", "db"],
  seed: ["models", "db", "server"],
  client: ["models"],
  tests: ["models", "db", "server", "seed", "client"],
};
const TYPES_ONLY: Readonly<Partial<Record<Folder, readonly Folder[]>>> = { client: ["server"] };

function files(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
    .filter((f) => /\.(ts|tsx|mjs)$/.test(f) && !f.includes("node_modules"))
    .map((f) => join(folder, f));
}

interface Arrow {
  file: string;
  target: string;
  to: Folder;
  typeOnly: boolean;
}

function arrows(file: string): Arrow[] {
  const text = readFileSync(join(ROOT, file), "utf8");
  const found: Arrow[] = [];
  for (const m of text.matchAll(
    /(import|export)(\s+type)?\s[^;]*?from\s+"(\.[^"]+)"|import\("(\.[^"]+)"\)|import\s+"(\.[^"]+)"/g,
  )) {
    const target = normalize(join(dirname(file), m[3] ?? m[4] ?? m[5] ?? ""));
    const to = target.split(sep)[0] as Folder;
    if (FOLDERS.includes(to)) found.push({ file, target, to, typeOnly: m[2] !== undefined });
  }
  return found;
}

/** The imports that close a circle or lie between two: what is left when all that hangs loose is taken away. */
function circling(imports: readonly Arrow[]): readonly Arrow[] {
  const importing = new Set(imports.map((a) => a.file));
  const imported = new Set(imports.map((a) => a.target));
  const left = imports.filter((a) => imported.has(a.file) && importing.has(a.target));
  return left.length === imports.length ? left : circling(left);
}

/**
 * An arrow as one between neighbours: what of either path comes right below the last folder that both lie in
 * (`models/a/b/x.ts → models/a/c/y.ts` is `models/a/b → models/a/c`). null where one end is a file of that folder: a
 * registry stands over what it lists and a contract below those who keep it.
 */
function betweenFolders({ file, target, ...rest }: Arrow): Arrow | null {
  const [from, into] = [file.split(sep), target.split(sep)];
  const shared = from.findIndex((part, i) => part !== into[i]);
  if (from.length === shared + 1 || into.length === shared + 1) return null;
  const upTo = (path: readonly string[]): string => join(...path.slice(0, shared + 1));
  return { ...rest, file: upTo(from), target: upTo(into) };
}

/** Arrows between neighbouring folders that lie on a circle, though the files themselves need not. */
function circlingFolders(imports: readonly Arrow[]): readonly Arrow[] {
  const key = (a: Arrow): string => `${a.file} ${a.target}`;
  const across = imports.flatMap((arrow) => {
    const folders = betweenFolders(arrow);
    return folders ? [{ arrow, folders }] : [];
  });
  const onCircle = new Set(circling(across.map((a) => a.folders)).map(key));
  return across.filter((a) => onCircle.has(key(a.folders))).map((a) => a.arrow);
}

describe("imports follow the arrows models ← db ← server ← seed, client → models", () => {
  it.each(FOLDERS)("%s", (folder) => {
    const wrong = files(folder)
      .flatMap(arrows)
      .filter((a) => a.to !== folder)
      // A test beside the code may read fixtures of tests/.
      .filter((a) => !(a.file.includes(".test.") && a.to === "tests"))
      .filter((a) => !MAY[folder].includes(a.to) && !(a.typeOnly && TYPES_ONLY[folder]?.includes(a.to)))
      .map((a) => `${relative(".", a.file)} → ${a.to}${a.typeOnly ? " (type)" : ""}`);
    expect(wrong).toEqual([]);
  });
});

describe("no file imports, by whatever way, what imports it", () => {
  it("a circle is found with what hangs on it left out", () => {
    const arrow = (file: string, target: string): Arrow => ({ file, target, to: "models", typeOnly: false });
    const chain = [arrow("a", "b"), arrow("b", "c")];
    expect(circling(chain)).toEqual([]);
    expect(circling([...chain, arrow("c", "b"), arrow("c", "d")])).toEqual([
      arrow("b", "c"),
      arrow("c", "b"),
    ]);
  });
  it("in no folder, types included", () => {
    const left = circling(FOLDERS.flatMap(files).flatMap(arrows));
    expect(left.map((a) => `${a.file} → ${a.target}`)).toEqual([]);
  });
});

describe("folders of models stand on one another, those within them too", () => {
  const arrow = (file: string, target: string): Arrow => ({ file, target, to: "models", typeOnly: true });
  it("a circle of folders is found though no file of it is on one", () => {
    const down = arrow("models/nowcast/a.ts", "models/series/b.ts");
    const up = arrow("models/series/china/c.ts", "models/nowcast/d.ts");
    const ground = arrow("models/series/b.ts", "models/errors.ts");
    expect(circling([down, up, ground])).toEqual([]);
    expect(circlingFolders([down, ground])).toEqual([]);
    expect(circlingFolders([down, up, ground])).toEqual([down, up]);
  });
  it("so is one of folders within a folder; what lists them or is kept by them is none", () => {
    const there = arrow("models/nowcast/china/a.ts", "models/nowcast/midas/b.ts");
    const back = arrow("models/nowcast/midas/c.ts", "models/nowcast/china/deep/d.ts");
    const lists = arrow("models/nowcast/registry.ts", "models/nowcast/china/a.ts");
    const keeps = arrow("models/nowcast/china/a.ts", "models/nowcast/contract.ts");
    expect(circlingFolders([there, lists, keeps])).toEqual([]);
    expect(circlingFolders([there, back, lists, keeps])).toEqual([there, back]);
  });
  const imports = files("models")
    .flatMap(arrows)
    .filter((a) => a.to === "models");
  it("types and tests included", () => {
    expect(circlingFolders(imports).map((a) => `${a.file} → ${a.target}`)).toEqual([]);
  });
  it("the map in models/README.md names every folder, the lower first", () => {
    const map = readFileSync(join(ROOT, "models/README.md"), "utf8").split("## ")[0]!;
    const rows = map.split("\n").filter((line) => line.startsWith("| ["));
    const order = rows.flatMap((row) => [...row.matchAll(/\((\w+)\/README\.md\)/g)].map((m) => m[1]!));
    expect(order.toSorted()).toEqual(
      readdirSync(join(ROOT, "models"), { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map((entry) => entry.name)
        .sort(),
    );
    const height = (file: string): number => order.indexOf(file.split(sep)[1]!);
    const up = imports.filter((a) => height(a.file) < height(a.target));
    expect(up.map((a) => `${a.file} → ${a.target}`)).toEqual([]);
  });
});
