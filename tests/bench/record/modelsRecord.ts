/**
 * `npm run models:record`: writes the out-of-sample record into models/README.md: forecasts of the scheduled models for
 * every target by horizon, on data as of each origin, against naive, seasonal naive and an autoregression; then the
 * nowcasts by how far off publication is.
 * Reads the shipped figures with all their vintages; no base, no server.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { forecastTargets } from "../../../models/forecast/targets.ts";
import { seedHistories } from "../../contracts/seedKnowledge.ts";
import { losersSaid, pairTable, summaryTable } from "./forecastTables.ts";
import { nowcastRecordTables } from "./nowcastRecord.ts";
import { scoredPairs } from "./scoredPairs.ts";
import { standingTable } from "./standingTable.ts";

const README = join(import.meta.dirname, "../../../models/README.md");
const BEGIN = "<!-- record: begin -->";
const END = "<!-- record: end -->";

const histories = seedHistories();
const day = [...histories.values()]
  .flatMap((h) => h.history.map((o) => o.vintage))
  .sort()
  .at(-1)!;
const scored = forecastTargets(null).map((target) => {
  process.stderr.write(`${target.head.indicator}\n`);
  return { target, ...scoredPairs(target, histories, day) };
});
const rows = scored.flatMap((s) => s.pairs);
process.stderr.write("nowcasts\n");
const written = [
  "### Forecasts",
  "",
  `Rolling origins from 2012 on, each on data as known on its day, scored by the figures known on ${day}. Ratios are RMSE over naive's on the origins that all models share; below 1 is better.`,
  "",
  summaryTable(rows),
  "",
  losersSaid(rows),
  "",
  "### Who is relied on",
  "",
  standingTable(scored, day),
  "",
  "### Every target and horizon",
  "",
  "Ratio to naive, in brackets the one-sided Diebold–Mariano p that the model is the better; “comb. / …”: the combination's ratio to seasonal naive and to the autoregression; “80 % band”: how often the combination's held.",
  "",
  pairTable(rows),
  "",
  "### Nowcasts",
  "",
  nowcastRecordTables(),
].join("\n");

const text = readFileSync(README, "utf8");
const [before, after] = [text.indexOf(BEGIN), text.indexOf(END)];
if (before < 0 || after < before) throw new Error(`models/README.md has no part between ${BEGIN} and ${END}`);
writeFileSync(README, `${text.slice(0, before + BEGIN.length)}\n\n${written}\n\n${text.slice(after)}`);
process.stdout.write(`${written}\n`);
