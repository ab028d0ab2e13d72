import type { Words } from "../indicators/indicator.ts";
import type { Signal, WarningRule } from "./contract.ts";
import { periodWords } from "./periodWords.ts";

export type Decided = Extract<Signal, { kind: "decided" }>;

/** Names that sentences need: of indicators and regions, from the catalogue. */
export interface Names {
  indicator(id: string): Words;
  region(code: string): Words;
  model(id: string): Words;
  /** What follows a number of the indicator in a sentence: “%”, “ %”, or nothing. */
  unit(id: string): Words;
}

const LIGHTS: Readonly<Record<number, Words>> = {
  1: { zh: "过冷（蓝灯）", en: "too cold (blue)" },
  2: { zh: "偏冷（浅蓝灯）", en: "cool (light blue)" },
  3: { zh: "正常（绿灯）", en: "normal (green)" },
  4: { zh: "偏热（黄灯）", en: "warm (yellow)" },
  5: { zh: "过热（红灯）", en: "overheated (red)" },
};

/**
 * The sentence of an alert: the rule's template filled from the signal, in both languages.
 * Fields: {value} {threshold} {period} {name} {region} and every detail. {unit} is the subject's. After a colon how it is written:
 *   {value:2} two decimals, {count:0} none; one is the default, for the threshold as few as it needs (:plain)
 *   {gap:abs} without its sign · {gap:signed} with it · {p:percent} a probability as whole percent
 *   {light:light} a light in words · {since:period} a period in words · {other:name}, {other:region}, {other:model} a name
 * Throws a RangeError that names the field the signal does not carry: the contract suite meets every template.
 */
export function messageOf(rule: Pick<WarningRule, "id" | "message">, signal: Decided, names: Names): Words {
  const template =
    "zh" in rule.message ? rule.message : rule.message[signal.direction === "hot" ? "hot" : "cold"];
  const write = (language: "zh" | "en"): string =>
    template[language].replaceAll(/\{(\w+)(?::(\w+))?\}/g, (_, field: string, form: string | undefined) => {
      const found = fieldOf(signal, field);
      if (found === null)
        throw new RangeError(`${rule.id}: the message asks for {${field}}, which the signal lacks`);
      return written(found.value, form ?? found.form, language, names);
    });
  return { zh: write("zh"), en: write("en") };
}

function fieldOf(signal: Decided, field: string): { value: number | string; form: string } | null {
  switch (field) {
    case "value":
      return { value: signal.value, form: "1" };
    case "threshold":
      return signal.threshold === null ? null : { value: signal.threshold, form: "plain" };
    case "period":
      return { value: signal.period, form: "period" };
    case "name":
      return { value: signal.subject.indicator, form: "name" };
    case "unit":
      return { value: signal.subject.indicator, form: "unit" };
    case "region":
      return { value: signal.subject.region, form: "region" };
    default: {
      const value = signal.details[field];
      return value === undefined ? null : { value, form: "1" };
    }
  }
}

function written(value: number | string, form: string, language: "zh" | "en", names: Names): string {
  if (typeof value === "string") {
    if (form === "period") return periodWords(value)[language];
    if (form === "name") return names.indicator(value)[language];
    if (form === "unit") return names.unit(value)[language];
    if (form === "region") return names.region(value)[language];
    if (form === "model") return names.model(value)[language];
    return value;
  }
  switch (form) {
    case "plain":
      return fixed(value, 2).replace(/\.?0+$/, "");
    case "abs":
      return fixed(Math.abs(value), 1);
    case "signed":
      return value > 0 ? `+${fixed(value, 1)}` : fixed(value, 1);
    case "percent":
      return fixed(value * 100, 0);
    case "light":
      return LIGHTS[value]![language];
    default:
      return fixed(value, Number(form));
  }
}

/** Fixed decimals with a true minus; what rounds to zero has no sign. */
function fixed(value: number, decimals: number): string {
  const text = value.toFixed(decimals);
  return Number(text) === 0 ? text.replace("-", "") : text.replace("-", "−");
}
