import type { Words } from "../indicators/indicator.ts";
import type { IsoDate } from "../series/date.ts";
import { spanOf } from "../series/period.ts";
import type { AlertChange, AlertEvent, AlertRecord } from "./alert.ts";
import type { Signal } from "./contract.ts";
import type { Decided } from "./messageOf.ts";
import { compareSeverity } from "./severityOf.ts";

/** Who moves alerts when no person does. */
export const SYSTEM = "system";

export interface TransitionContext {
  rule: { id: string; version: string };
  /** The signal's sentence (`messageOf`); not asked for when nothing fires. */
  words: Words | null;
  asOf: IsoDate;
  /** ISO instant of the evaluation. */
  at: string;
  /** A figure the rule reads, of a period known before, was published with another number since the last evaluation. */
  revised: boolean;
  /** What the rule last said of this subject; null when it was never asked. */
  previous: "fired" | "silent" | "undecided" | null;
  replayed: boolean;
}

/**
 * Whether anyone should hear of a signal: the changes to the alert of its rule and subject.
 * `before` is the newest alert of the two, live or closed; null when there never was one.
 *
 *   signal     no live alert               live alert
 *   fires      opened                      worsened · eased · continued (new reading, same severity) · nothing new: nothing
 *   silent     nothing                     un-fired when a revision took the cause away, else closed: the cause has passed
 *   undecided  nothing                     nothing changes; said once in the log
 *
 * A person's word holds: an alert closed by a person does not come back while the same cause goes on without
 * getting worse; a silenced one stays silent to the end of its date, unless it gets worse, and reopens after.
 * A worsening asks those who had acknowledged to look again. A cause that changes sides is another alert.
 */
export function transition(
  before: AlertRecord | null,
  signal: Signal,
  context: TransitionContext,
): AlertChange[] {
  const live = before !== null && before.state !== "closed" ? before : null;
  if (signal.kind === "undecided") {
    if (!live || context.previous === "undecided") return [];
    const text = {
      zh: `暂无法判断：${signal.detail.zh}；维持原状态`,
      en: `cannot be judged now: ${signal.detail.en}; nothing changes`,
    };
    return [update(live, "commented", text, {}, context)];
  }
  if (signal.severity === "none") return live ? [ending(live, signal, context)] : [];
  if (!live) return heldClosed(before, signal, context) ? [] : [opening(signal, context)];
  if (live.direction !== signal.direction) return [ending(live, signal, context), opening(signal, context)];
  return going(live, signal, context);
}

function going(live: AlertRecord, signal: Decided, context: TransitionContext): AlertChange[] {
  const worse = compareSeverity(signal.severity, live.severity);
  const words = wordsOf(context);
  const reading = {
    severity: signal.severity,
    period: signal.period,
    value: signal.value,
    threshold: signal.threshold,
    evidence: signal.evidence,
    titleZh: words.zh,
    titleEn: words.en,
  };
  const silenceOver = live.state === "silenced" && (live.silencedUntil ?? "") < context.asOf;
  if (silenceOver || (live.state === "silenced" && worse > 0)) {
    const event = worse > 0 ? "worsened" : "reopened";
    return [update(live, event, words, { ...reading, state: "open", silencedUntil: null }, context)];
  }
  if (worse > 0) {
    const again = live.state === "acknowledged" ? { state: "open" as const } : {};
    return [update(live, "worsened", words, { ...reading, ...again }, context)];
  }
  if (worse < 0) return [update(live, "eased", words, reading, context)];
  if (signal.period === live.period && signal.value === live.value) return [];
  return [update(live, "continued", words, reading, context)];
}

function ending(live: AlertRecord, signal: Decided, context: TransitionContext): AlertChange {
  const samePeriod = spanOf(signal.period).end <= spanOf(live.period).end;
  if (context.revised && samePeriod) {
    const text = {
      zh: `数据修订后不再触发（${signal.period}），预警撤销`,
      en: `a revision removed the cause (${signal.period}); the alert is withdrawn`,
    };
    return update(
      live,
      "un-fired",
      text,
      { state: "closed", closedAsOf: context.asOf, closedBecause: "revised", silencedUntil: null },
      context,
    );
  }
  const text = {
    zh: `条件不再成立（${signal.period}），预警解除`,
    en: `the condition no longer holds (${signal.period}); the alert is cleared`,
  };
  return update(
    live,
    "closed",
    text,
    { state: "closed", closedAsOf: context.asOf, closedBecause: "cleared", silencedUntil: null },
    context,
  );
}

/** A person closed it, and since then the same cause has gone on and not got worse. */
function heldClosed(before: AlertRecord | null, signal: Decided, context: TransitionContext): boolean {
  return (
    before !== null &&
    before.closedBecause === "person" &&
    before.direction === signal.direction &&
    context.previous !== "silent" &&
    context.previous !== null &&
    compareSeverity(signal.severity, before.severity) <= 0
  );
}

function opening(signal: Decided, context: TransitionContext): AlertChange {
  const words = wordsOf(context);
  return {
    kind: "open",
    alert: {
      rule: context.rule.id,
      ruleVersion: context.rule.version,
      subject: signal.subject,
      severity: signal.severity,
      direction: signal.direction,
      openedAsOf: context.asOf,
      period: signal.period,
      value: signal.value,
      threshold: signal.threshold,
      titleZh: words.zh,
      titleEn: words.en,
      evidence: signal.evidence,
      replayed: context.replayed,
    },
    at: context.at,
    text: bothLanguages(words),
  };
}

function update(
  live: AlertRecord,
  event: AlertEvent["kind"],
  text: Words,
  set: Extract<AlertChange, { kind: "update" }>["set"],
  context: TransitionContext,
): AlertChange {
  return {
    kind: "update",
    id: live.id,
    event,
    asOf: context.asOf,
    at: context.at,
    actor: SYSTEM,
    text: bothLanguages(text),
    set,
  };
}

/** The log holds one text a line: both languages, divided as on bilingual signs. */
function bothLanguages(words: Words): string {
  return `${words.zh} / ${words.en}`;
}

function wordsOf(context: TransitionContext): Words {
  if (!context.words)
    throw new RangeError(`${context.rule.id}: a signal that fires needs its sentence (messageOf)`);
  return context.words;
}
