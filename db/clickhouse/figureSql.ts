/** How many periods of each series `latest` keeps for sparklines. */
export const TAIL = 60;

const FIGURE = "series_id, period_start, period_end, vintage, value, status, reason, vintage_basis";

/**
 * What was known: of each period the row with the newest vintage, missing ones included, so that a withdrawn
 * figure stays withdrawn; of two loads within one vintage the later. Takes `ids` and, when `dated`, `asOf`.
 * Rows come in order of series and period.
 */
export function asOfSql(dated: boolean): string {
  return `SELECT ${FIGURE} FROM observations
WHERE series_id IN {ids:Array(UInt32)}${dated ? " AND vintage <= {asOf:Date32}" : ""}
ORDER BY series_id, period_end, period_start, vintage DESC, loaded_at DESC, load_id DESC
LIMIT 1 BY series_id, period_end, period_start`;
}

/** The last `n` periods of each series as they were known on a day, in order of series and period. */
export function lastPeriodsSql(dated: boolean): string {
  return `SELECT * FROM (
  SELECT * FROM (
    SELECT ${FIGURE} FROM observations
    WHERE series_id IN {ids:Array(UInt32)}${dated ? " AND vintage <= {asOf:Date32}" : ""}
    ${NEWEST_FIRST}
    LIMIT 1 BY series_id, period_end, period_start)
  LIMIT {n:UInt32} BY series_id)
ORDER BY series_id, period_end, period_start`;
}

/** Every vintage, in order of series, period, vintage and load. */
export function historySql(dated: boolean): string {
  return `SELECT ${FIGURE}, load_id, loaded_at FROM observations
WHERE series_id IN {ids:Array(UInt32)}${dated ? " AND vintage <= {asOf:Date32}" : ""}
ORDER BY series_id, period_end, period_start, vintage, loaded_at, load_id`;
}

/** The same for the work of the base: without what only people ask for, and without limits. */
export const KNOWN_SQL = `SELECT series_id, period_start, period_end, vintage, value, status, reason FROM observations
WHERE series_id IN {ids:Array(UInt32)}
ORDER BY series_id, period_end, period_start, vintage, loaded_at, load_id`;

/** Against the order of the key all the way, so that the engine reads backwards instead of sorting. */
const NEWEST_FIRST =
  "ORDER BY series_id DESC, period_end DESC, period_start DESC, vintage DESC, loaded_at DESC, load_id DESC";

/** The newest figure of each series and the one before, from `latest`. */
export const LATEST_SQL = `SELECT series_id, period_start, period_end, vintage, value, status, reason,
  previous_end, previous_value, previous_status
FROM latest FINAL WHERE series_id IN {ids:Array(UInt32)}`;

/** The last `n` (at most TAIL) periods of each series from `latest`, as rows like those of `lastPeriodsSql`. */
export const TAILS_SQL = `SELECT series_id, period_start, period_end, toDate32(0) AS vintage, value, status,
  toUInt8(255) AS reason, toUInt8(0) AS vintage_basis
FROM (SELECT series_id, tail_start, tail_end, tail_value, tail_status FROM latest FINAL
  WHERE series_id IN {ids:Array(UInt32)})
ARRAY JOIN arraySlice(tail_start, 1, {n:UInt32}) AS period_start, arraySlice(tail_end, 1, {n:UInt32}) AS period_end,
  arraySlice(tail_value, 1, {n:UInt32}) AS value, arraySlice(tail_status, 1, {n:UInt32}) AS status
ORDER BY series_id, period_end, period_start`;

const LATEST_COLUMNS = [
  "series_id",
  "version",
  "load_id",
  "period_start",
  "period_end",
  "vintage",
  "value",
  "status",
  "reason",
  "previous_end",
  "previous_value",
  "previous_status",
  "tail_start",
  "tail_end",
  "tail_value",
  "tail_status",
].join(", ");

const SOURCE = "series_id, period_start, period_end, vintage, value, status, reason, loaded_at, load_id";

/**
 * Fills `into` with the newest state of series, as rows of `latest` that carry this version and load.
 * `from`: the series of `observations` with the given `ids`; a staged load together with what the base
 * already holds of its series; or everything.
 */
export function latestSql(
  into: string,
  from: { ids: true } | { stage: string } | "everything",
  version: number,
  load: number,
): string {
  return `INSERT INTO ${into} (${LATEST_COLUMNS})
SELECT series_id, ${version}, ${load},
  t[1].2, t[1].1, t[1].6, t[1].3, t[1].4, t[1].5,
  if(length(t) > 1, t[2].1, t[1].1), t[2].3, t[2].4,
  arrayMap(x -> x.2, t), arrayMap(x -> x.1, t), arrayMap(x -> x.3, t), arrayMap(x -> x.4, t)
FROM (
  SELECT series_id, arrayReverseSort(x -> (x.1, x.2),
    groupArray((period_end, period_start, value, status, reason, vintage))) AS t
  FROM (SELECT * FROM (
    SELECT series_id, period_start, period_end, vintage, value, status, reason FROM (${source(from)})
    ${NEWEST_FIRST}
    LIMIT 1 BY series_id, period_end, period_start) LIMIT ${TAIL} BY series_id)
  GROUP BY series_id)`;
}

function source(from: { ids: true } | { stage: string } | "everything"): string {
  if (from === "everything") return `SELECT ${SOURCE} FROM observations`;
  if ("ids" in from) return `SELECT ${SOURCE} FROM observations WHERE series_id IN {ids:Array(UInt32)}`;
  return `SELECT ${SOURCE} FROM observations WHERE series_id GLOBAL IN (SELECT series_id FROM ${from.stage})
    UNION ALL SELECT ${SOURCE} FROM ${from.stage}`;
}
