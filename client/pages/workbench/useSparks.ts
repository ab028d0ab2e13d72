import { useQueries } from "@tanstack/react-query";
import type { SearchRow } from "../../../server/routers/views.ts";
import { TAKE_BACK, trpc } from "../../api/trpc.ts";
import { useAsOf } from "../../api/useAsOf.ts";
import { drawnSpark } from "../../charts/slots.ts";
import { keyText } from "./basket.ts";

/** Rows whose sparklines travel together; chunks are fixed, so that scrolling back finds them read. */
const CHUNK = 50;
const POINTS = 36;

/** The figures of a sparkline; `failed` where they could not be read. */
export type Sparkline = readonly (number | null)[] | "failed";

/** Sparklines of the rows in sight, by `indicator@region`. */
export function useSparks(
  row: (i: number) => SearchRow | undefined,
  first: number,
  last: number,
): ReadonlyMap<string, Sparkline> {
  const asOf = useAsOf();
  const chunks: { indicator: string; region: string }[][] = [];
  for (let c = Math.floor(first / CHUNK); c <= Math.floor(last / CHUNK); c++) {
    const rows = Array.from({ length: CHUNK }, (_, k) => row(c * CHUNK + k)).filter((r) => r !== undefined);
    if (rows.length > 0) chunks.push(rows.map((r) => ({ indicator: r.indicator, region: r.region })));
  }
  return useQueries({
    queries: chunks.map((keys) =>
      trpc.series.sparks.queryOptions({ keys, n: POINTS, ...asOf }, { ...TAKE_BACK, staleTime: 10 * 60_000 }),
    ),
    combine: (answers) => {
      const found = new Map<string, Sparkline>();
      for (const [c, answer] of answers.entries()) {
        if (answer.error) for (const key of chunks[c] ?? []) found.set(keyText(key), "failed");
        for (const [k, spark] of (answer.data ?? []).entries()) {
          const key = chunks[c]?.[k];
          if (key) found.set(keyText(key), drawnSpark(spark));
        }
      }
      return found;
    },
  });
}
