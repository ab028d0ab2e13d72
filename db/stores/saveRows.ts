import { type Column, encodeBlock } from "../clickhouse/nativeBlocks.ts";
import type { Clickhouse } from "../clickhouse/openClickhouse.ts";

/** A column of a table: its name, its type, and how a row of the domain fills it. */
export type Field<Row> = readonly [
  column: string,
  type: string,
  of: (row: Row) => number | string | unknown[],
];

/** The columns' names, as a query lists them. */
export const namesOf = <Row>(fields: readonly Field<Row>[]): string =>
  fields.map(([name]) => name).join(", ");

/** Inserts rows as one block; none inserts nothing. */
export async function saveRows<Row>(
  clickhouse: Clickhouse,
  table: string,
  rows: readonly Row[],
  fields: readonly Field<Row>[],
): Promise<void> {
  if (rows.length === 0) return;
  const columns = fields.map(([name, type, of]) => [name, type, rows.map(of) as Column] as const);
  await clickhouse.insert(
    table,
    fields.map(([name]) => name),
    { bytes: encodeBlock(columns) },
  );
}
