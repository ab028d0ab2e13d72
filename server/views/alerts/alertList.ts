import type { AlertFilter, AlertRecord, AlertState, User } from "../../../db/stores/contract.ts";
import { ALERT_STATES } from "../../../models/warning/alert.ts";
import { SEVERITIES, type Severity } from "../../../models/warning/contract.ts";
import { ruleById, WARNING_RULES } from "../../../models/warning/registry.ts";
import type { AlertListView, Headline } from "../../routers/views.ts";
import type { Services } from "../../services.ts";
import { visibleIndicators } from "../catalogue.ts";
import { passportOf } from "../passport.ts";
import { alertSummaries } from "./alertSummary.ts";
import { mayReadAlert } from "./mayReadAlert.ts";

export interface AlertListRequest {
  asOf?: string | undefined;
  states?: readonly AlertState[] | undefined;
  severities?: readonly Severity[] | undefined;
  kinds?: readonly string[] | undefined;
  mine?: boolean | undefined;
  q?: string | undefined;
  cursor?: number | undefined;
  limit?: number | undefined;
}

/** States that wait for somebody. */
const LIVE: readonly AlertState[] = ["open", "acknowledged", "in-work"];
/** The counts read this many alerts at most; a base with more live ones has other worries. */
const COUNTED = 2000;

/** The inbox: alerts as they stood on the day shown, most severe and newest first, with counts for the filters. */
export async function alertList(s: Services, user: User, request: AlertListRequest): Promise<AlertListView> {
  const passport = passportOf(s.edition, request.asOf);
  const seen = { indicators: visibleIndicators(user).map((i) => i.id), asOf: passport.asOf };
  const filter: AlertFilter = {
    ...seen,
    states: request.states ?? LIVE,
    ...(request.severities && { severities: request.severities }),
    ...(request.kinds && {
      rules: WARNING_RULES.filter((r) => request.kinds!.includes(r.kind)).map((r) => r.id),
    }),
    ...(request.mine && { assignee: user.name }),
    limit: COUNTED,
    offset: 0,
  };
  const [found, all] = await Promise.all([
    s.base.alerts.list(filter),
    s.base.alerts.list({ ...seen, states: ALERT_STATES, limit: COUNTED, offset: 0 }),
  ]);
  const readable = (alerts: readonly AlertRecord[]) => alerts.filter((a) => mayReadAlert(user, a));
  const counts = countsOf(readable(all.items), user.name);
  // Words are matched before the page is cut, so that a search reaches every alert.
  const matched = matching(readable(found.items), request.q);
  const from = request.cursor ?? 0;
  const items = matched.slice(from, from + (request.limit ?? 100));
  return {
    ...passport,
    items: await alertSummaries(s, items, passport.asOf),
    total: matched.length,
    counts,
    headline: headlineOf(counts),
  };
}

function matching(items: readonly AlertRecord[], q: string | undefined): AlertRecord[] {
  const word = q?.trim().toLowerCase() ?? "";
  return items.filter(
    (a) => word === "" || `${a.titleZh} ${a.titleEn} ${a.subject.indicator}`.toLowerCase().includes(word),
  );
}

function countsOf(alerts: readonly AlertRecord[], name: string): AlertListView["counts"] {
  const live = alerts.filter((a) => LIVE.includes(a.state));
  const byState = Object.fromEntries(
    ALERT_STATES.map((x) => [x, alerts.filter((a) => a.state === x).length]),
  );
  const bySeverity = Object.fromEntries(
    SEVERITIES.map((x) => [x, live.filter((a) => a.severity === x).length]),
  );
  const byKind: Record<string, number> = {};
  for (const a of live) {
    const kind = ruleById(a.rule)?.kind ?? "level";
    byKind[kind] = (byKind[kind] ?? 0) + 1;
  }
  return {
    byState: byState as Record<AlertState, number>,
    bySeverity: bySeverity as Record<Severity, number>,
    byKind,
    mine: live.filter((a) => a.assignee === name).length,
    unassigned: live.filter((a) => a.assignee === null).length,
  };
}

function headlineOf(counts: AlertListView["counts"]): Headline {
  const waiting = LIVE.reduce((n, state) => n + counts.byState[state], 0);
  const claims = [
    { kind: "waiting", value: waiting },
    { kind: "unassigned", value: counts.unassigned },
  ];
  if (waiting === 0) return { text: { zh: "目前没有待处理的预警", en: "No alert is waiting" }, claims };
  const s = waiting === 1 ? "" : "s";
  const zh = counts.unassigned > 0 ? `，${counts.unassigned} 条尚无人认领` : "，均已有人负责";
  const en = counts.unassigned > 0 ? `, ${counts.unassigned} without an owner` : ", all with an owner";
  return { text: { zh: `${waiting} 条预警待处理${zh}`, en: `${waiting} alert${s} waiting${en}` }, claims };
}
