/**
 * Reading at 50 million observations (20,000 series, 250 months, 10 vintages of each): one series and a panel of 50
 * as of a day, and the newest figure of 5,000. Warm medians through the store, which answers finished series,
 * against the bare engine, which answers bytes, for the same statements in turn.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bindParams } from "../../db/clickhouse/bindParams.ts";
import { asOfSql, LATEST_SQL } from "../../db/clickhouse/figureSql.ts";
import { loadChdb } from "../../db/clickhouse/loadChdb.ts";
import { migrateClickhouse } from "../../db/clickhouse/migrateClickhouse.ts";
import { openClickhouse } from "../../db/clickhouse/openClickhouse.ts";
import { observationStore } from "../../db/stores/observations.ts";
import { epochDay, isoDate } from "../../models/series/date.ts";
import { median, report } from "./table.ts";

const SERIES = 20_000;
const MONTHS = 250;
const VINTAGES = 10;
const ROUNDS = 41;
const WARM_UP = 5;
const AS_OF = epochDay(2020, 6, 1);
/** The store may take this much of the bare engine's time. */
const OVERHEAD = 1.3;

const folder = await mkdtemp(join(tmpdir(), "guanlan-reads-"));
try {
  await run(join(folder, "figures"));
} finally {
  await rm(folder, { recursive: true, force: true });
}

async function run(dataDir: string): Promise<void> {
  const clickhouse = await openClickhouse({ dataDir });
  const store = observationStore(
    clickhouse,
    { id: (key) => Number(key.region), key: (id) => keyOf(id) },
    () => ({ frequency: "M", basis: "period", unit: "index" }),
  );
  try {
    await migrateClickhouse(clickhouse);
    const started = performance.now();
    const perSeries = MONTHS * VINTAGES;
    for (let from = 0; from < SERIES; from += SERIES / 10)
      await clickhouse.run(`INSERT INTO observations
SELECT 1 + ${from} + intDiv(number, ${perSeries}), addMonths(toDate32('2004-01-01'), intDiv(number % ${perSeries}, ${VINTAGES})) AS first,
  addDays(addMonths(first, 1), -1), addDays(first, 40 + 30 * (number % ${VINTAGES})) AS vintage,
  round(100 + 10 * sin(number / 7) + (cityHash64(number + ${from}) % 1000) / 100, 2),
  if(number % 997 = 0, 5, 0), if(number % 997 = 0, 3, 255), 0, 1 + number % ${VINTAGES}, toDateTime64(vintage, 3, 'UTC')
FROM numbers(${(SERIES / 10) * perSeries})`);
    await clickhouse.run("OPTIMIZE TABLE observations FINAL");
    await store.rebuildLatest();
    const { observations } = await store.counts();
    process.stdout.write(
      `${observations.toLocaleString("en-US")} observations in ${((performance.now() - started) / 1000).toFixed(0)} s\n`,
    );

    const chdb = await loadChdb();
    const bare = new chdb.Session(dataDir, { connectionArgs: ["--max_query_size=67108864"] });
    bare.query("USE guanlan");
    const asOf = { asOf: isoDate(AS_OF) };
    const jobs = [
      { figure: "as of a day, one series", floor: 15, ids: spread(1), sql: asOfSql(true), read: "series" },
      {
        figure: "as of a day, panel of 50 series",
        floor: 80,
        ids: spread(50),
        sql: asOfSql(true),
        read: "series",
      },
      {
        figure: "newest figure of 5,000 series",
        floor: 80,
        ids: spread(5000),
        sql: LATEST_SQL,
        read: "latest",
      },
    ] as const;
    for (const { figure, floor, ids, sql, read } of jobs) {
      const ours: number[] = [];
      const theirs: number[] = [];
      for (let round = 0; round < ROUNDS + WARM_UP; round++) {
        const asked = ids(round);
        const keys = asked.map(keyOf);
        const statement = bindParams(sql, { ids: asked, asOf: AS_OF });
        const engine = () => timed(() => bare.queryAsync(statement, { format: "Native" }));
        const through = () =>
          timed(async () => {
            const answer = read === "series" ? await store.series(keys, asOf) : await store.latest(keys);
            if (answer.length !== keys.length || answer.some((one) => one === null))
              throw new Error(`${figure}: ${answer.length} answers to ${keys.length} questions`);
          });
        // Who comes second finds the pages warm: that is each of the two in every other round.
        const first = round % 2 === 0 ? await engine() : await through();
        const second = round % 2 === 0 ? await through() : await engine();
        if (round < WARM_UP) continue;
        ours.push(round % 2 === 0 ? second : first);
        theirs.push(round % 2 === 0 ? first : second);
      }
      const measured = median(ours);
      const ratio = measured / median(theirs);
      report({
        job: "reads",
        figure: `${figure}, at ${observations / 1e6} M rows`,
        measured,
        unit: "ms",
        floor: `< ${floor} ms, ≤ ${OVERHEAD} × bare engine`,
        ratio,
        ok: measured < floor && ratio <= OVERHEAD,
      });
    }
    bare.close();
  } finally {
    await clickhouse.close();
  }
}

function keyOf(id: number): { indicator: string; region: string } {
  return { indicator: "bench.level", region: String(id) };
}

/** Other series every round, spread over the whole key, so that no round reads what the last one has just read. */
function spread(count: number): (round: number) => number[] {
  return (round) =>
    Array.from({ length: count }, (_, i) => 1 + ((round * 977 + i * Math.floor(SERIES / count)) % SERIES));
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}
