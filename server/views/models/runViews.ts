import type { Run, User } from "../../../db/stores/contract.ts";
import { ANALYSES } from "../../../models/analyses/registry.ts";
import { SIC_2021 } from "../../../models/cycle/china/presets.ts";
import { AppError } from "../../../models/errors.ts";
import { driversOf } from "../../../models/forecast/drivers.ts";
import type { Words } from "../../../models/indicators/indicator.ts";
import { INDICATORS, indicatorById } from "../../../models/indicators/registry.ts";
import { EVENT_RULES } from "../../../models/warning/china/eventRules.ts";
import { allowed } from "../../access/permissions.ts";
import type { JobsNow, RunInput, RunListView, RunRow, RunView } from "../../routers/views.ts";
import type { Services } from "../../services.ts";
import { ABOVE_GRADE, agencyName, maySee, maySeeAll } from "../catalogue.ts";

const LISTED = 50;
/** Parts of one refresh: every model on every target and every result. */
const PARTS = 2_000;

/** What is under way, for everyone who has signed in: titles and progress, no figure. */
export function jobsNow(s: Pick<Services, "jobs">, user: User): JobsNow {
  return {
    running: s.jobs.underWay(),
    mayRead: allowed("jobs.list", user.role),
    mayCancel: allowed("jobs.cancel", user.role),
  };
}

/** Runs that this user may read of, newest first, and what has failed, or been refused, and not succeeded since. */
export async function runList(
  s: Pick<Services, "base" | "models">,
  user: User,
  filter: {
    kind?: string | undefined;
    state?: Run["state"] | undefined;
    model?: string | undefined;
    before?: number | undefined;
  },
): Promise<RunListView> {
  const { kind, state, model, before } = filter;
  const [runs, unsettled] = await Promise.all([
    s.base.runs.list({
      limit: LISTED,
      ...(kind !== undefined && { kind }),
      ...(state !== undefined && { state }),
      ...(model !== undefined && { model }),
      ...(before !== undefined && { before }),
    }),
    s.base.runs.unsettled(),
  ]);
  const shown = (all: readonly Run[]): RunRow[] =>
    all.filter((r) => maySeeRun(s, user, r)).map((r) => rowOf(s, toldTo(user, r)));
  const standing = (state: Run["state"]): RunRow[] =>
    shown(unsettled.filter((r) => r.state === state && stillKnown(s, r)));
  return {
    runs: shown(runs),
    next: runs.length === LISTED ? runs.at(-1)!.id : null,
    failing: standing("failed"),
    refused: standing("refused"),
  };
}

/** One run in full with its parts. Throws AppError("not-found") for one that is not there or reads what the user may not. */
export async function runView(
  s: Pick<Services, "base" | "models">,
  user: User,
  id: number,
): Promise<RunView> {
  const run = await s.base.runs.get(id);
  // One about a subject is its inputs; one that reads the whole base (bounds, rules) is told without what is above the reader.
  const own = run && run.indicator !== null ? (run.inputs ?? []).map((i) => i.indicator) : [];
  if (!run || !maySeeRun(s, user, run) || !maySeeAll(user, own))
    throw new AppError("not-found", `no run ${id}`);
  const all = await s.base.runs.list({ parent: id, limit: PARTS });
  const parts = all.filter((r) => maySeeRun(s, user, r)).map((r) => rowOf(s, toldTo(user, r)));
  const states: RunView["states"] = {};
  for (const part of parts) states[part.state] = (states[part.state] ?? 0) + 1;
  const { inputs, parameters, ...head } = run;
  return {
    run: rowOf(s, toldTo(user, head)),
    inputs: inputs?.filter((i) => maySeeAll(user, [i.indicator])).map(inputOf) ?? null,
    parameters,
    parts: parts.reverse(),
    states,
  };
}

/** A run tells of everything it reads, drivers of a forecast included: who may not read one of that is not told of the run. */
function maySeeRun(s: Pick<Services, "models">, user: User, { kind, model, indicator }: Run): boolean {
  if (indicator === null) return true;
  const analysis = kind === "analysis" ? ANALYSES.find((a) => a.id === model) : undefined;
  if (analysis?.subjects.includes(indicator)) return maySeeAll(user, analysis.reads(indicator));
  const forecast = model === null ? null : s.models.get(model);
  return maySeeAll(user, [indicator, ...(forecast ? driversOf(forecast.model, indicator) : [])]);
}

/** What failed in a refresh is told by name: where one of the names is above the reader's grades, nothing of it is. */
function toldTo(user: User, run: Run): Run {
  const { message } = run;
  const above = message !== null && INDICATORS.some((i) => !maySee(user, i) && message.includes(i.id));
  return above ? { ...run, message: `${ABOVE_GRADE.zh}\n${ABOVE_GRADE.en}` } : run;
}

/** A failure of what is no longer there stands for nothing. */
function stillKnown(s: Pick<Services, "models">, { kind, model, indicator }: Run): boolean {
  if (model === null) return true;
  if (kind !== "analysis") return s.models.get(model) !== null;
  const analysis = ANALYSES.find((a) => a.id === model);
  return analysis !== undefined && (indicator === null || analysis.subjects.includes(indicator));
}

function rowOf(s: Pick<Services, "models">, run: Run): RunRow {
  const analysis = ANALYSES.find((a) => a.id === run.model);
  const { model, startedAt, finishedAt } = run;
  const method =
    model === null ? null : (analysis?.title ?? s.models.get(model)?.model.title ?? itself(model));
  return {
    ...run,
    method,
    // An analysis with one subject is named by itself.
    subject: run.indicator === null || analysis?.subjects.length === 1 ? null : nameOf(run.indicator),
    seconds: finishedAt === null ? null : (Date.parse(finishedAt) - Date.parse(startedAt)) / 1000,
  };
}

function inputOf(read: { indicator: string; vintage: string | null; observations: number }): RunInput {
  const known = indicatorById(read.indicator);
  return {
    ...read,
    name: known?.name ?? itself(read.indicator),
    unit: known?.unit ?? "",
    source: known ? agencyName(known.agency) : itself(""),
  };
}

/** An indicator's short name, of `gdp.yoy/2019` with what follows, a preset's of the cycle, or a risk event's; anything else speaks for itself. */
function nameOf(subject: string): Words {
  const [id = "", ...rest] = subject.split("/");
  const event = EVENT_RULES.find((r) => r.id === id);
  const name = indicatorById(id)?.short ?? event?.title ?? (id === SIC_2021.id ? SIC_2021.name : itself(id));
  const tail = rest.length > 0 ? ` ${rest.join(" ")}` : "";
  return { zh: `${name.zh}${tail}`, en: `${name.en}${tail}` };
}

const itself = (id: string): Words => ({ zh: id, en: id });
