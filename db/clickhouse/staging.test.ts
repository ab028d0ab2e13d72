import { describe, expect, it } from "vitest";
import type { Clickhouse } from "./openClickhouse.ts";
import { createStage, deleteRows } from "./staging.ts";

/** Hears every statement and runs none: a cluster is more than a test machine holds. */
function listener(cluster: string | null) {
  const said: string[] = [];
  const run = (sql: string) => {
    said.push(sql);
    return Promise.resolve();
  };
  return { said, clickhouse: { run, cluster, database: "guanlan" } as unknown as Clickhouse };
}

describe("the table where a load waits", () => {
  it("stands beside its table on one server, and is handed over as one partition", async () => {
    const { said, clickhouse } = listener(null);
    const stage = await createStage(clickhouse, "observations", 7, { load_id: "7" });
    await stage.move();
    await stage.drop();
    expect(said).toEqual([
      "DROP TABLE IF EXISTS observations_stage_7 SYNC",
      "CREATE TABLE observations_stage_7 AS observations",
      "ALTER TABLE observations_stage_7 MODIFY COLUMN load_id DEFAULT 7",
      "ALTER TABLE observations_stage_7 MOVE PARTITION tuple() TO TABLE guanlan.observations",
      "DROP TABLE IF EXISTS observations_stage_7 SYNC",
    ]);
  });

  it("is spread over a cluster like its table, and every node hands over its own part", async () => {
    const { said, clickhouse } = listener("gov");
    const stage = await createStage(clickhouse, "latest", 7);
    await stage.move();
    await stage.replace();
    await deleteRows(clickhouse, "latest", 7);
    expect(said).toEqual([
      "DROP TABLE IF EXISTS latest_stage_7 ON CLUSTER `gov` SYNC",
      "DROP TABLE IF EXISTS latest_stage_7_local ON CLUSTER `gov` SYNC",
      "CREATE TABLE latest_stage_7_local ON CLUSTER `gov` AS latest_local",
      "CREATE TABLE latest_stage_7 ON CLUSTER `gov` AS latest_stage_7_local ENGINE = Distributed(`gov`, currentDatabase(), latest_stage_7_local, series_id)",
      "ALTER TABLE latest_stage_7_local ON CLUSTER `gov` MOVE PARTITION tuple() TO TABLE guanlan.latest_local",
      "ALTER TABLE latest_local ON CLUSTER `gov` REPLACE PARTITION tuple() FROM guanlan.latest_stage_7_local",
      "ALTER TABLE latest_local ON CLUSTER `gov` DELETE WHERE load_id = {load:UInt32}",
    ]);
  });
});
