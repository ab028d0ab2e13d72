/**
 * `npx tsx seed/convert/main.ts <folder of official tables>`: writes seed/figures and seed/releases anew.
 * Run when tables are added or corrected; its output is committed, the tables it reads are not needed to run.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { SEEDED_TODAY } from "../today.ts";
import { convertTables } from "./convertTables.ts";
import { TIDY_HEADER, writeTidy } from "./writeTidy.ts";

const folder = process.argv[2];
if (folder === undefined) {
  console.error("name the folder of official tables: npx tsx seed/convert/main.ts <folder>");
  process.exit(2);
}
const seed = join(import.meta.dirname, "..");
for (const sub of ["figures/later", "releases"]) mkdirSync(join(seed, sub), { recursive: true });

const { documents, records } = convertTables(folder, SEEDED_TODAY);
for (const [name, rows] of documents) {
  const known = rows.filter((r) => r.vintage <= SEEDED_TODAY);
  const later = rows.filter((r) => r.vintage > SEEDED_TODAY);
  if (known.length > 0) writeFileSync(join(seed, "figures", `${name}.csv`), writeTidy(known));
  if (later.length > 0) writeFileSync(join(seed, "figures/later", `${name}.csv`), writeTidy(later));
  const revised = rows.filter((r) => r.status === "revised").length;
  console.log(`${name}: ${known.length} known, ${later.length} later, ${revised} revisions`);
}
for (const [name, rows] of records) {
  const lines = rows
    .map((r) => [r.indicator, "CHN", r.period, r.released, r.actual, r.consensus, r.previous].join(","))
    .sort();
  const header = "indicator,region,period,released,actual,consensus,previous";
  writeFileSync(
    join(seed, "releases", `${name.replace("releases-", "")}.csv`),
    `${[header, ...lines].join("\n")}\n`,
  );
  console.log(`${name}: ${rows.length} records`);
}
console.log(`columns: ${TIDY_HEADER}`);
