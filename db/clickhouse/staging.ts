import { clusterName } from "./clusterSql.ts";
import type { Clickhouse } from "./openClickhouse.ts";

/** A table beside a table, of the same shape, where rows wait until they may be seen. */
export interface Stage {
  name: string;
  /** Hands all its rows over in one step: a reader sees none of them or all. */
  move(): Promise<void>;
  /** Puts its rows in place of all rows, in one step. */
  replace(): Promise<void>;
  drop(): Promise<void>;
}

const at = (clickhouse: Clickhouse) =>
  clickhouse.cluster === null
    ? { on: "", local: (table: string) => table }
    : { on: ` ON CLUSTER ${clusterName(clickhouse.cluster)}`, local: (table: string) => `${table}_local` };

export const stageName = (table: string, load: number): string => `${table}_stage_${load}`;

/** Removes a stage that an earlier attempt left behind. */
export async function dropStage(clickhouse: Clickhouse, name: string): Promise<void> {
  const { on, local } = at(clickhouse);
  if (clickhouse.cluster !== null) await clickhouse.run(`DROP TABLE IF EXISTS ${name}${on} SYNC`);
  await clickhouse.run(`DROP TABLE IF EXISTS ${local(name)}${on} SYNC`);
}

/**
 * Makes an empty stage for a load. `defaults` are expressions for columns that the inserted blocks leave out.
 * On a cluster the stage is spread like its table, and every shard moves its own part.
 */
export async function createStage(
  clickhouse: Clickhouse,
  table: "observations" | "latest",
  load: number,
  defaults: Readonly<Record<string, string>> = {},
): Promise<Stage> {
  const name = stageName(table, load);
  const { on, local } = at(clickhouse);
  await dropStage(clickhouse, name);
  await clickhouse.run(`CREATE TABLE ${local(name)}${on} AS ${local(table)}`);
  const columns = Object.entries(defaults).map(([column, is]) => `MODIFY COLUMN ${column} DEFAULT ${is}`);
  if (columns.length > 0) await clickhouse.run(`ALTER TABLE ${local(name)}${on} ${columns.join(", ")}`);
  if (clickhouse.cluster !== null)
    await clickhouse.run(
      `CREATE TABLE ${name}${on} AS ${local(name)} ENGINE = Distributed(${clusterName(clickhouse.cluster)}, currentDatabase(), ${local(name)}, series_id)`,
    );
  return {
    name,
    move: () =>
      clickhouse.run(
        `ALTER TABLE ${local(name)}${on} MOVE PARTITION tuple() TO TABLE ${clickhouse.database}.${local(table)}`,
      ),
    replace: () =>
      clickhouse.run(
        `ALTER TABLE ${local(table)}${on} REPLACE PARTITION tuple() FROM ${clickhouse.database}.${local(name)}`,
      ),
    drop: () => dropStage(clickhouse, name),
  };
}

/** Rows of a table removed for good, on every node. */
export async function deleteRows(clickhouse: Clickhouse, table: string, load: number): Promise<void> {
  const { on, local } = at(clickhouse);
  await clickhouse.run(`ALTER TABLE ${local(table)}${on} DELETE WHERE load_id = {load:UInt32}`, {
    params: { load },
    settings: { mutations_sync: "2" },
  });
}
