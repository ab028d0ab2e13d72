import type { AlertRecord, User } from "../../../db/stores/contract.ts";
import { AppError } from "../../../models/errors.ts";
import { boundsInForce } from "../../../models/monitor/lights.ts";
import { parseIsoDate } from "../../../models/series/date.ts";
import { parsePeriod } from "../../../models/series/period.ts";
import type { Series } from "../../../models/series/series.ts";
import { ALERT_STATES } from "../../../models/warning/alert.ts";
import { mayMove } from "../../../models/warning/mayMove.ts";
import { ruleById } from "../../../models/warning/registry.ts";
import type { AlertDetail, Passport } from "../../routers/views.ts";
import type { Services } from "../../services.ts";
import { indicatorFor } from "../catalogue.ts";
import { figureOf, latestOf, tailOf } from "../figure.ts";
import { passportOf } from "../passport.ts";
import { alertModel } from "./alertModel.ts";
import { alertSummaries } from "./alertSummary.ts";
import { evidenceView } from "./evidenceView.ts";
import { mayReadAlert } from "./mayReadAlert.ts";

/** Conditions told in the sentence. */
const SAID = 2;
/** Slots of the alert's chart: eight years of months. */
const CHART = 96;
const DAYS_PER_MONTH = 365.25 / 12;
const SIX_MONTHS = 182;

/** One alert with what it rests on: evidence, chart with the bounds in force, precedents, log, and what this user may do. */
export async function alertDetail(
  s: Services,
  user: User,
  id: number,
  asOf: string | undefined,
): Promise<AlertDetail & Passport> {
  const passport = passportOf(s.edition, asOf);
  const found = await s.base.alerts.get(id, passport.lookingBack ? passport.asOf : undefined);
  if (!found || found.alert.openedAsOf > passport.asOf || !mayReadAlert(user, found.alert))
    throw new AppError("not-found", `no alert ${id} as of ${passport.asOf}`);
  const { alert } = found;
  const indicator = indicatorFor(user, alert.subject.indicator);
  const [[series], [summary], past, rows] = await Promise.all([
    s.base.observations.series([alert.subject], { asOf: passport.asOf }),
    alertSummaries(s, [alert], passport.asOf),
    s.base.alerts.precedents(alert.rule, alert.subject, alert.id),
    s.base.bounds.all(),
  ]);
  const preset = ["nbs-10", "sic-10"].find((p) => boundsInForce(rows, p, indicator.id, passport.asOf));
  const bounds = preset ? boundsInForce(rows, preset, indicator.id, passport.asOf)!.bounds : null;
  const rule = ruleById(alert.rule);
  return {
    ...passport,
    ...summary!,
    evidence: evidenceView(s.models, alert.evidence),
    rationale: rule?.rationale ?? { zh: "", en: "" },
    sentence: sentenceOf(alert),
    events: found.events.filter((e) => e.asOf <= passport.asOf),
    chart: { ...tailOf(series!, CHART), bounds: bounds ? [...bounds] : null },
    precedents: past.filter((p) => p.id !== alert.id).map((p) => precedentOf(p, series!)),
    may: ALERT_STATES.filter((to) => mayMove(alert.state, to, user.role)),
    figure: figureOf(indicator, alert.subject.region, latestOf(series!)),
    model: alertModel(alert, passport.asOf),
  };
}

/** What has fired, the first conditions that held, and since when; the others stand in the table of evidence. */
function sentenceOf(alert: AlertRecord): AlertDetail["sentence"] {
  const met = alert.evidence.filter((e) => e.met);
  const said = met.slice(0, SAID);
  const more = met.length - said.length;
  const zh = said.map((e) => e.condition.zh).join("；") + (more > 0 ? `；另有 ${more} 条，见下` : "");
  const en = said.map((e) => e.condition.en).join("; ") + (more > 0 ? `; and ${more} more below` : "");
  return {
    zh: `${alert.titleZh}。${zh ? `依据：${zh}。` : ""}自 ${alert.openedAsOf} 起。`,
    en: `${alert.titleEn}. ${en ? `Because: ${en}. ` : ""}Since ${alert.openedAsOf}.`,
  };
}

function precedentOf(alert: AlertRecord, series: Series): AlertDetail["precedents"][number] {
  const opened = parseIsoDate(alert.openedAsOf)!;
  const closed = alert.closedAsOf === null ? null : parseIsoDate(alert.closedAsOf);
  return {
    alert: alert.id,
    openedAsOf: alert.openedAsOf,
    closedAsOf: alert.closedAsOf,
    months: closed === null ? null : Math.round((closed - opened) / DAYS_PER_MONTH),
    value: alert.value,
    severity: alert.severity,
    sixMonthsLater: valueAround(series, opened + SIX_MONTHS),
  };
}

/** The figure of the period that holds a day, or null where none stands. */
function valueAround(series: Series, day: number): number | null {
  const i = series.periods.findIndex((p) => {
    const span = parsePeriod(p);
    return span !== null && span.start <= day && day <= span.end;
  });
  return i < 0 ? null : (series.values[i] ?? null);
}
