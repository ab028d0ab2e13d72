/**
 * `npm run models:record [forecasts|nowcasts]`: writes the out-of-sample record into models/README.md, both parts or one.
 * Forecasts: the scheduled models on every target by horizon, on data as of each origin, against naive, seasonal naive and
 * an autoregression. Nowcasts: by how far off publication is. Reads the shipped figures with all their vintages; no base,
 * no server.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { forecastTargets } from "../../../models/forecast/targets.ts";
import { SEEDED_TODAY } from "../../../seed/today.ts";
import { seedHistories } from "../../contracts/seedKnowledge.ts";
import { losersSaid, pairTable, summaryTable } from "./forecastTables.ts";
import { nowcastRecordTables } from "./nowcastRecord.ts";
import { scoredPairs } from "./scoredPairs.ts";
import { standingTable } from "./standingTable.ts";

const README = join(import.meta.dirname, "../../../models/README.md");

const PARTS: Readonly<Record<string, () => string>> = {
  forecasts: forecastRecord,
  nowcasts: nowcastRecordTables,
};
const asked = process.argv[2];
const parts = asked === undefined ? Object.keys(PARTS) : [asked];
for (const part of parts) {
  const make = PARTS[part];
  if (!make) throw new Error(`no part "${part}" of the record; there are ${Object.keys(PARTS).join(", ")}`);
  const written = make();
  put(part, written);
  process.stdout.write(`${written}\n`);
}

function forecastRecord(): string {
  const histories = seedHistories();
  const scored = forecastTargets(null).map((target) => {
    process.stderr.write(`${target.head.indicator}\n`);
    return { target, ...scoredPairs(target, histories, SEEDED_TODAY) };
  });
  const rows = scored.flatMap((s) => s.pairs);
  return [
    `Rolling origins from 2012 on, each on data as known on its day, scored by the figures known on ${SEEDED_TODAY}. Ratios are RMSE over naive's on the origins that all models share; below 1 is better.`,
    summaryTable(rows),
    losersSaid(rows),
    "#### Who is relied on",
    standingTable(scored, SEEDED_TODAY),
    "#### Every target and horizon",
    "Ratio to naive, in brackets the one-sided Diebold–Mariano p that the model is the better; “comb. / …”: the combination's ratio to seasonal naive and to the autoregression; “80 % band”: how often the combination's held.",
    pairTable(rows),
  ].join("\n\n");
}

/** Puts a part between its marks. */
function put(part: string, written: string): void {
  const [begin, end] = [`<!-- record of ${part}: begin -->`, `<!-- record of ${part}: end -->`];
  const text = readFileSync(README, "utf8");
  const [before, after] = [text.indexOf(begin), text.indexOf(end)];
  if (before < 0 || after < before)
    throw new Error(`models/README.md has no part between ${begin} and ${end}`);
  writeFileSync(README, `${text.slice(0, before + begin.length)}\n\n${written}\n\n${text.slice(after)}`);
}
