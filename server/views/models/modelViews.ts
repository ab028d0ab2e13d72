import type { User } from "../../../db/stores/contract.ts";
import { AppError } from "../../../models/errors.ts";
import { driverReason, driversOf } from "../../../models/forecast/drivers.ts";
import type { ErrorRecordThen } from "../../../models/forecast/recordOf.ts";
import { forecastTargets } from "../../../models/forecast/targets.ts";
import { indicatorById } from "../../../models/indicators/registry.ts";
import { fitting } from "../../jobs/modelJob.ts";
import type { RegisteredModel } from "../../jobs/modelRegistry.ts";
import type {
  Headline,
  ModelListView,
  ModelRow,
  ModelView,
  Passport,
  RunRecord,
} from "../../routers/views.ts";
import type { Services } from "../../services.ts";
import { indicatorFor, maySee, maySeeAll } from "../catalogue.ts";
import { passportOf } from "../passport.ts";
import { errorRecord, fanView, runsDaily } from "./fanView.ts";
import { recordsAsOf } from "./recordsAsOf.ts";

const RUNS_SHOWN = 50;
/** Runs read to find each model's last one. */
const RUNS_READ = 400;

const mean = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((a, b) => a + b, 0) / values.length;

/** Error records of indicators this user may read; a leader is given models in good standing that run by themselves. */
function visibleErrors(s: Services, errors: readonly ErrorRecordThen[], user: User): ErrorRecordThen[] {
  return errors.filter((e) => {
    const indicator = indicatorById(e.indicator);
    if (!indicator || !maySee(user, indicator) || !s.models.get(e.model)) return false;
    return user.role !== "leader" || (e.standing.state === "good" && runsDaily(s, e.model));
  });
}

/** The registry with its error table at one horizon. */
export async function modelList(
  s: Services,
  user: User,
  request: { asOf?: string | undefined; indicator?: string | undefined; horizon: number },
): Promise<ModelListView> {
  const passport = passportOf(s.edition, request.asOf);
  const [{ records }, runs] = await Promise.all([
    recordsAsOf(s, {
      ...(request.indicator && { indicator: request.indicator }),
      horizon: request.horizon,
      asOf: passport.asOf,
    }),
    s.base.runs.list({ limit: RUNS_READ, asOf: passport.asOf }),
  ]);
  const seen = visibleErrors(s, records, user);
  const registered = s.models.models.filter((m) => m.daily || user.role !== "leader");
  const models = registered.map((m) => modelRow(m, seen, runs));
  return {
    ...passport,
    models,
    errors: seen.map((e) => errorRecord(s, e)),
    failures: user.role === "leader" ? [] : [...s.models.failures],
    headline: headlineOf(models, seen, passport.lookingBack),
  };
}

function modelRow(
  registered: RegisteredModel,
  errors: readonly ErrorRecordThen[],
  runs: readonly RunRecord[],
): ModelRow {
  const { model, source, daily } = registered;
  const own = errors.filter((e) => e.model === model.id);
  const last = runs.find((r) => r.model === model.id);
  return {
    id: model.id,
    title: model.title,
    summary: model.summary,
    version: model.version,
    reference: model.reference.where
      ? `${model.reference.text}, ${model.reference.where}`
      : model.reference.text,
    frequencies: [...model.frequencies],
    source,
    daily,
    targets: own.length,
    passed: own.filter((e) => e.standing.state === "good").length,
    meanMase: mean(own.map((e) => e.mase)),
    meanRelative: mean(own.map((e) => e.relativeToNaive)),
    coverage80: mean(own.map((e) => e.coverage80)),
    lastRun: last?.startedAt ?? null,
    lastOutcome: last === undefined ? null : last.state === "cancelled" ? "failed" : last.state,
  };
}

function headlineOf(
  models: readonly ModelRow[],
  errors: readonly ErrorRecordThen[],
  lookingBack: boolean,
): Headline {
  const ranked = models
    .filter((m) => m.daily && m.meanRelative !== null)
    .sort((a, b) => a.meanRelative! - b.meanRelative!);
  const best = ranked[0];
  if (!best)
    return {
      text: lookingBack
        ? {
            zh: `已登记 ${models.length} 个模型，截至该日尚无可示的误差记录`,
            en: `${models.length} models registered; no error record to show by that day`,
          }
        : {
            zh: `已登记 ${models.length} 个模型，尚无回测记录`,
            en: `${models.length} models registered, none back-tested yet`,
          },
      claims: [],
    };
  const ratio = best.meanRelative!.toFixed(2);
  const daily = new Set(models.filter((m) => m.daily).map((m) => m.id));
  const judged = errors.filter((e) => daily.has(e.model));
  const passed = judged.filter((e) => e.standing.state === "good").length;
  return {
    text: {
      zh: `平均误差最小的是${best.title.zh}，为朴素预测的 ${ratio} 倍；${judged.length} 项记录中 ${passed} 项胜过朴素预测且保持优势`,
      en: `${best.title.en} errs least on average, ${ratio} of naive; ${passed} of ${judged.length} records beat naive and keep their edge`,
    },
    claims: [
      { kind: `best-model:${best.id}`, value: best.meanRelative! },
      { kind: "passed-records", value: passed },
    ],
  };
}

/** One model: its card, its record, one target's path of predictions against what came, its newest forecast, its runs. */
export async function modelView(
  s: Services,
  user: User,
  request: { id: string; asOf?: string | undefined; indicator?: string | undefined },
): Promise<ModelView & Passport> {
  const passport = passportOf(s.edition, request.asOf);
  const registered = s.models.get(request.id);
  if (!registered) throw new AppError("not-found", `no model "${request.id}" in the registry`);
  if (request.indicator !== undefined) indicatorFor(user, request.indicator);
  const [{ records }, all] = await Promise.all([
    recordsAsOf(s, { model: request.id, asOf: passport.asOf }),
    s.base.runs.list({ model: request.id, limit: RUNS_SHOWN, asOf: passport.asOf }),
  ]);
  const runs = all.filter((r) => r.indicator === null || maySeeAll(user, [r.indicator]));
  const seen = visibleErrors(s, records, user).sort(
    (a, b) => a.indicator.localeCompare(b.indicator) || a.horizon - b.horizon,
  );
  const targets = targetsOf(registered, user);
  const target =
    request.indicator ??
    seen.find((e) => e.standing.state === "good")?.indicator ??
    seen[0]?.indicator ??
    targets[0];
  const shown = target && seen.some((e) => e.indicator === target) ? target : null;
  return {
    ...passport,
    model: modelRow(
      registered,
      seen.filter((e) => e.horizon === Math.min(...seen.map((x) => x.horizon))),
      runs,
    ),
    options: { ...(registered.model.defaults as Record<string, number | string | boolean>) },
    errors: seen.map((e) => errorRecord(s, e)),
    targets,
    drivers: target === undefined ? null : driversView(registered, target, user),
    runs,
    path: shown ? await pathOf(s, request.id, shown, passport.asOf) : null,
    fan: shown ? await fanOf(s, user, shown, passport.asOf, request.id) : null,
  };
}

/** The targets a model reads, of those the user may. */
function targetsOf(registered: RegisteredModel, user: User): string[] {
  return forecastTargets(null)
    .filter((t) => fitting(t, [registered]).length > 0 && maySee(user, indicatorById(t.head.indicator)!))
    .map((t) => t.head.indicator);
}

function driversView({ model }: RegisteredModel, target: string, user: User): ModelView["drivers"] {
  const drivers = driversOf(model, target).filter((id) => maySee(user, indicatorById(id)!));
  const why = driverReason(target);
  if (drivers.length === 0 || why === null) return null;
  return { names: drivers.map((id) => indicatorById(id)!.short), why };
}

/** What the model said one step ahead and what came, as far as the day knew. */
async function pathOf(
  s: Services,
  model: string,
  indicator: string,
  asOf: string,
): Promise<ModelView["path"]> {
  const groups = await s.base.forecasts.points({ model, indicator, horizon: 1, asOf });
  const group = groups.find((g) => g.region === "CHN");
  const { unit, decimals } = indicatorById(indicator)!;
  const came = (group?.actual ?? []).flatMap((a, i) => (Number.isNaN(a) ? [] : [i]));
  const pick = <T>(column: readonly T[] | undefined): T[] => came.map((i) => column![i]!);
  return {
    indicator,
    unit,
    decimals,
    periods: pick(group?.targets),
    actual: pick(group?.actual),
    predicted: pick(group?.predicted),
    lower80: pick(group?.lower80),
    upper80: pick(group?.upper80),
  };
}

async function fanOf(s: Services, user: User, id: string, asOf: string, model: string) {
  const indicator = indicatorById(id)!;
  const [series] = await s.base.observations.series([{ indicator: id, region: "CHN" }], { asOf });
  return fanView(s, indicator, series!, asOf, user.role, model);
}
