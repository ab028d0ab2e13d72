import { describe, expect, it } from "vitest";
import { clusterName, migrationStatements } from "./clusterSql.ts";

const FILE = `-- Every figure.
-- shard: series_id
CREATE TABLE IF NOT EXISTS observations (
  series_id UInt32
) ENGINE = MergeTree
ORDER BY series_id;
-- shard: cityHash64(indicator, region)
CREATE TABLE IF NOT EXISTS signals (
  indicator String
) ENGINE = ReplacingMergeTree(saved_at)
ORDER BY indicator;
-- the end
`;

describe("the statements of a migration", () => {
  it("are run as written on one server", () => {
    const statements = migrationStatements(FILE, null);
    expect(statements).toHaveLength(2);
    expect(statements[1]).toContain("ENGINE = ReplacingMergeTree(saved_at)\nORDER BY indicator");
  });

  it("make a replicated table on every node of a cluster and one that spreads over them", () => {
    const [local, spread, signals] = migrationStatements(FILE, "gov");
    expect(local).toContain("CREATE TABLE IF NOT EXISTS observations_local ON CLUSTER `gov` (");
    expect(local).toContain("ENGINE = ReplicatedMergeTree\nORDER BY");
    expect(spread).toBe(
      "CREATE TABLE IF NOT EXISTS observations ON CLUSTER `gov` AS observations_local\nENGINE = Distributed(`gov`, currentDatabase(), observations_local, series_id)",
    );
    expect(signals).toContain("ENGINE = ReplicatedReplacingMergeTree(saved_at)");
  });

  it("add a column to both tables of a cluster; the one that spreads stores nothing, so packs nothing", () => {
    const file = `-- Who.
ALTER TABLE forecasts ADD COLUMN IF NOT EXISTS members Array(String) COMMENT 'a; b' CODEC(ZSTD(1));
`;
    expect(migrationStatements(file, "gov")).toEqual([
      "ALTER TABLE forecasts_local ON CLUSTER `gov` ADD COLUMN IF NOT EXISTS members Array(String) COMMENT 'a; b' CODEC(ZSTD(1))",
      "ALTER TABLE forecasts ON CLUSTER `gov` ADD COLUMN IF NOT EXISTS members Array(String) COMMENT 'a; b'",
    ]);
    expect(migrationStatements(file, null)).toEqual([file.trim().slice(0, -1)]);
  });

  it("are refused for a cluster when they would reach one node only", () => {
    expect(() => migrationStatements("ALTER TABLE observations ADD COLUMN a Int8;", "gov")).toThrow(
      "found: ALTER TABLE",
    );
    expect(() => clusterName("gov` DROP")).toThrow("is no name");
  });
});
