import { AppError } from "../../models/errors.ts";

/** The name of a cluster, safe to write into a statement. */
export function clusterName(name: string): string {
  if (!/^[A-Za-z_][\w-]*$/.test(name))
    throw new AppError("invalid-input", `"${name}" is no name for a ClickHouse cluster`);
  return `\`${name}\``;
}

/**
 * The statements of one migration file. Without a cluster they are as written. With one, each table becomes
 * two: `x_local`, replicated, on every node, and `x` that spreads over them by the key named in `-- shard:`; a column
 * is added to both.
 * A statement that is not understood is refused: it would run on one node only.
 */
export function migrationStatements(file: string, cluster: string | null): string[] {
  const statements = file
    .split(/;\s*(?:\n|$)/)
    .map((text) => text.trim())
    .filter((text) => text.replace(/--[^\n]*/g, "").trim() !== "");
  return cluster === null ? statements : statements.flatMap((each) => onCluster(each, clusterName(cluster)));
}

function onCluster(statement: string, cluster: string): string[] {
  const added = /^(?:--[^\n]*\n)*ALTER TABLE (\w+) (ADD COLUMN IF NOT EXISTS .+)$/s.exec(statement);
  if (added) {
    const [, name, column] = added;
    // What the table that spreads adds has no codec: it stores nothing.
    const plain = column!.replace(/ CODEC\(.*$/s, "");
    return [
      `ALTER TABLE ${name}_local ON CLUSTER ${cluster} ${column}`,
      `ALTER TABLE ${name} ON CLUSTER ${cluster} ${plain}`,
    ];
  }
  const shard = /^--\s*shard:\s*(.+)$/m.exec(statement)?.[1];
  const table = /CREATE TABLE IF NOT EXISTS (\w+) \(/.exec(statement)?.[1];
  if (shard === undefined || table === undefined)
    throw new AppError(
      "invalid-input",
      `cannot write this migration for a cluster; needed: CREATE TABLE IF NOT EXISTS with a "-- shard:" line, or ALTER TABLE … ADD COLUMN IF NOT EXISTS; found: ${statement.slice(0, 80)}`,
    );
  const local = statement
    .replace(
      `CREATE TABLE IF NOT EXISTS ${table} (`,
      `CREATE TABLE IF NOT EXISTS ${table}_local ON CLUSTER ${cluster} (`,
    )
    .replace(/ENGINE = (\w*MergeTree)/, "ENGINE = Replicated$1");
  const spread = `CREATE TABLE IF NOT EXISTS ${table} ON CLUSTER ${cluster} AS ${table}_local
ENGINE = Distributed(${cluster}, currentDatabase(), ${table}_local, ${shard.trim()})`;
  return [local, spread];
}
