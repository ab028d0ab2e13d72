import type { AlertChange, AlertRecord, Base, StoredSignal } from "../../db/stores/contract.ts";
import { NATION } from "../../models/indicators/nation.ts";
import type { IsoDate } from "../../models/series/date.ts";
import type { StoredObservation } from "../../models/series/observation.ts";
import type { WarningRule } from "../../models/warning/contract.ts";
import { inputKey } from "../../models/warning/inputKey.ts";
import { type Judgement, judge } from "../../models/warning/judge.ts";
import { messageOf } from "../../models/warning/messageOf.ts";
import { type Knowledge, snapshotOf } from "../../models/warning/snapshot.ts";
import { spokenOfAgain } from "../../models/warning/spokenOfAgain.ts";
import { type TransitionContext, transition } from "../../models/warning/transition.ts";
import { NAMES } from "./names.ts";
import { toStoredSignal } from "./storedSignal.ts";

/** What the evaluation before left: the newest alert and the last word of each rule on each subject. */
export interface WarningMemory {
  alerts: Map<string, AlertRecord>;
  said: Map<string, NonNullable<TransitionContext["previous"]>>;
}

export interface Evaluation {
  signals: number;
  touched: { change: AlertChange; alert: AlertRecord }[];
  failures: { part: string; message: string }[];
}

/**
 * Judges rules as of a day, moves their alerts and keeps what was said, in that order: after a kill between
 * the two, judging the same day again moves nothing twice.
 * `isNew` tells which observations have arrived since the evaluation before.
 */
export async function evaluateWarnings(options: {
  base: Pick<Base, "alerts" | "signals">;
  rules: readonly WarningRule[];
  knowledge: Knowledge;
  day: IsoDate;
  at: string;
  replayed: boolean;
  memory: WarningMemory;
  isNew: (observation: StoredObservation) => boolean;
}): Promise<Evaluation> {
  const { base, rules, knowledge, day, memory } = options;
  const judgements = judge(rules, snapshotOf(knowledge, day));
  const revised = revisionTest(knowledge, day, options.isNew);
  const failures: Evaluation["failures"] = [];
  const changes: { key: string; change: AlertChange }[] = [];
  const stored: StoredSignal[] = [];
  for (const j of judgements) {
    const key = keyOf(j);
    try {
      const moved = movesOf(j, key, options, revised);
      changes.push(...moved.map((change) => ({ key, change })));
      if (j.signal) stored.push(toStoredSignal(j, day));
    } catch (error) {
      failures.push({ part: key, message: error instanceof Error ? error.message : String(error) });
    }
    if (j.failure !== null) failures.push({ part: key, message: j.failure });
  }
  const records = await base.alerts.apply(changes.map((c) => c.change));
  const touched = changes.map(({ key, change }, i) => {
    const alert = records[i]!;
    memory.alerts.set(key, alert);
    return { change, alert };
  });
  await base.signals.save(stored);
  for (const j of judgements) {
    if (j.signal) memory.said.set(keyOf(j), saidOf(j.signal));
  }
  return { signals: stored.length, touched, failures };
}

/** Rule and subject: what an alert is about. */
export function keyOf(about: {
  rule: WarningRule | string;
  subject: { indicator: string; region: string };
}): string {
  const rule = typeof about.rule === "string" ? about.rule : about.rule.id;
  return `${rule} ${about.subject.indicator} ${about.subject.region}`;
}

function movesOf(
  j: Judgement,
  key: string,
  options: { day: IsoDate; at: string; replayed: boolean; memory: WarningMemory },
  revised: (rule: WarningRule) => boolean,
): AlertChange[] {
  if (!j.signal) return [];
  const fires = j.signal.kind === "decided" && j.signal.severity !== "none";
  const before = options.memory.alerts.get(key) ?? null;
  return transition(before, j.signal, {
    rule: { id: j.rule.id, version: j.rule.version },
    words: fires && j.signal.kind === "decided" ? messageOf(j.rule, j.signal, NAMES) : null,
    asOf: options.day,
    at: options.at,
    revised: revised(j.rule),
    previous: options.memory.said.get(key) ?? null,
    replayed: options.replayed,
  });
}

export function saidOf(signal: NonNullable<Judgement["signal"]>): NonNullable<TransitionContext["previous"]> {
  if (signal.kind === "undecided") return "undecided";
  return signal.severity === "none" ? "silent" : "fired";
}

/** For each rule, asked once: whether a figure it reads was spoken of again among what is new by the day. */
function revisionTest(
  knowledge: Knowledge,
  day: IsoDate,
  isNew: (o: StoredObservation) => boolean,
): (rule: WarningRule) => boolean {
  const held = new Map<string, boolean>();
  const ofSeries = (key: string): boolean => {
    const known = held.get(key);
    if (known !== undefined) return known;
    const history = (knowledge.series.get(key)?.history ?? []).filter((o) => o.vintage <= day);
    const again = spokenOfAgain(history, isNew);
    held.set(key, again);
    return again;
  };
  return (rule) =>
    rule.needs.some((indicator) =>
      (rule.regions === "nation" ? [NATION] : rule.regions).some((region) =>
        ofSeries(inputKey(indicator, region)),
      ),
    );
}
