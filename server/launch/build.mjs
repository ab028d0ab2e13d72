/**
 * Builds what runs: the client into dist/client, the server's modules into dist/app (the same tree, as
 * JavaScript, with the files it reads beside it). Skipped when no source has changed since the last build.
 */
import { createHash } from "node:crypto";
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join, relative } from "node:path";
import { bin, checkNode, installPackages, ROOT, runOrStop } from "./prepare.mjs";

export { ROOT } from "./prepare.mjs";

const SOURCES = ["client", "server", "models", "db", "seed"];
const LOOSE = ["package-lock.json", "tsconfig.json", "tsconfig.build.json", "vite.config.ts"];
/** Files that modules read at run time: copied beside the compiled modules. */
const ASSET = /\.(sql|csv|json|xlsx|xls|txt)$/;

function filesBelow(folder) {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((e) => e.isFile())
    .map((e) => join(e.parentPath ?? e.path, e.name));
}

/** A hash over every source file's bytes: the build's name, and the code version that model runs record. */
export function sourceHash() {
  const hash = createHash("sha256");
  for (const file of [...SOURCES.flatMap(filesBelow), ...LOOSE.map((f) => join(ROOT, f))].sort()) {
    hash.update(relative(ROOT, file)).update("\0").update(readFileSync(file)).update("\0");
  }
  return hash.digest("hex").slice(0, 16);
}

function copyAssets() {
  for (const folder of ["db", "seed", "models", "server"]) {
    for (const file of filesBelow(folder).filter((f) => ASSET.test(f))) {
      const to = join(ROOT, "dist/app", relative(ROOT, file));
      mkdirSync(join(to, ".."), { recursive: true });
      cpSync(file, to);
    }
  }
}

export function build() {
  const version = sourceHash();
  const mark = join(ROOT, "dist", ".built");
  if (existsSync(mark) && readFileSync(mark, "utf8") === version) return version;
  const began = Date.now();
  process.stdout.write("Building the client and the server …\n");
  rmSync(join(ROOT, "dist"), { recursive: true, force: true });
  runOrStop("The server's build", bin("tsc"), ["-p", "tsconfig.build.json"]);
  copyAssets();
  runOrStop("The client's build", bin("vite"), ["build", "--logLevel", "warn"]);
  if (!statSync(join(ROOT, "dist/client/index.html")).isFile())
    throw new Error("the client's build left no index.html");
  writeFileSync(join(ROOT, "dist/app/version.json"), JSON.stringify({ code: version }));
  writeFileSync(mark, version);
  process.stdout.write(`Built in ${((Date.now() - began) / 1000).toFixed(1)} s.\n`);
  return version;
}

if (process.argv[1] === import.meta.filename) {
  checkNode();
  installPackages();
  build();
}
