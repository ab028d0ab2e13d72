import { useQuery } from "@tanstack/react-query";
import type { inferRouterOutputs } from "@trpc/server";
import type { AppRouter } from "../../../server/routers/app.ts";
import { TAKE_BACK, trpc } from "../../api/trpc.ts";
import { formatInstant } from "../../format/formatDate.ts";
import { formatNumber } from "../../format/formatNumber.ts";
import { ownLines } from "../../format/ownLines.ts";
import { Drawer } from "../../parts/Drawer.tsx";
import { ErrorState } from "../../parts/ErrorState.tsx";
import { FactList } from "../../parts/FactList.tsx";
import { Scroller } from "../../parts/Scroller.tsx";
import { Skeleton } from "../../parts/Skeleton.tsx";
import { sourcesWords } from "../../words/sources.ts";
import { useLang, useWords } from "../../words/useWords.ts";

type Receipt = inferRouterOutputs<AppRouter>["sources"]["load"];
type Refused = Receipt["rejections"][number];

/** Rows listed at once; the rest is counted. */
const LISTED = 300;

/** The receipt of one load: counts, the document's hash, and every refused row with what was found and needed. */
export function ReceiptDrawer({ load, onClose }: { load: number | null; onClose(): void }) {
  const w = useWords(sourcesWords);
  const query = useQuery(
    trpc.sources.load.queryOptions({ id: load ?? 1 }, { ...TAKE_BACK, enabled: load !== null }),
  );
  return (
    <Drawer open={load !== null} onClose={onClose} title={w.receipt.title(load ?? 0)}>
      {query.error && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && !query.error && <Skeleton height="24rem" />}
      {query.data && <ReceiptBody receipt={query.data} />}
    </Drawer>
  );
}

function ReceiptBody({ receipt }: { receipt: Receipt }) {
  const w = useWords(sourcesWords);
  const lang = useLang();
  const r = w.receipt;
  const count = (n: number): string => formatNumber(n, 0);
  const rows: [string, string][] = [
    [w.loads.document, receipt.document],
    [w.loads.state, w.loads.states[receipt.state] ?? receipt.state],
    [r.connector, receipt.connector],
    [w.loads.read, count(receipt.read)],
    [w.loads.accepted, count(receipt.accepted)],
    [w.loads.unchanged, count(receipt.unchanged)],
    [w.loads.rejected, count(receipt.rejected)],
    [w.loads.quarantined, count(receipt.quarantined)],
    [w.loads.by, w.loads.actors[receipt.startedBy] ?? receipt.startedBy],
    [w.loads.started, formatInstant(receipt.startedAt)],
    ...(receipt.finishedAt
      ? [
          [
            r.duration,
            r.seconds(
              formatNumber((Date.parse(receipt.finishedAt) - Date.parse(receipt.startedAt)) / 1000, 1),
            ),
          ] as [string, string],
        ]
      : []),
    ...(receipt.message ? [[r.message, ownLines(receipt.message, lang)] as [string, string]] : []),
    [r.hash, receipt.hash],
  ];
  return (
    <>
      <FactList facts={rows} />
      {receipt.rejections.length + receipt.quarantine.length === 0 && (
        <p className="mt-4 text-[.89rem] text-ink2">{r.none}</p>
      )}
      {receipt.rejections.length > 0 && (
        <RefusedRows title={r.refused(count(receipt.rejections.length))} rows={receipt.rejections} />
      )}
      {receipt.quarantine.length > 0 && (
        <RefusedRows title={r.quarantined(count(receipt.quarantine.length))} rows={receipt.quarantine} />
      )}
    </>
  );
}

function RefusedRows({ title, rows }: { title: string; rows: readonly Refused[] }) {
  const w = useWords(sourcesWords);
  const lang = useLang();
  const r = w.receipt;
  return (
    <Scroller label={title} className="mt-4">
      <h3 className="font-bold">{title}</h3>
      {rows.length > LISTED && (
        <p className="text-[.84rem] text-ink2">
          {r.firstRows(formatNumber(LISTED, 0), formatNumber(rows.length, 0))}
        </p>
      )}
      <table className="table num mt-1">
        <thead>
          <tr>
            {[r.line, r.column, r.found, r.needed, r.rule].map((h) => (
              <th key={h} scope="col">
                {h}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, LISTED).map((row) => (
            <tr key={`${row.line} ${row.column} ${row.rule}`}>
              <th scope="row">{row.line}</th>
              <td>{row.column}</td>
              <td className="break-words">
                <code>{row.found}</code>
              </td>
              <td className="break-words">{ownLines(row.needed, lang)}</td>
              <td className="text-ink2">{row.rule}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroller>
  );
}
