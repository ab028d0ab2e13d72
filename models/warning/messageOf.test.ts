import { describe, expect, it } from "vitest";
import { type Decided, messageOf, type Names } from "./messageOf.ts";

const names: Names = {
  indicator: (id) => ({ zh: `〈${id}〉`, en: `<${id}>` }),
  region: (code) => ({ zh: `〔${code}〕`, en: `[${code}]` }),
  model: (id) => ({ zh: `“${id}”`, en: `"${id}"` }),
  unit: () => ({ zh: "%", en: " %" }),
};
const signal: Decided = {
  kind: "decided",
  severity: "watch",
  direction: "cold",
  subject: { indicator: "cpi.yoy", region: "CHN" },
  period: "2025-04",
  value: -0.06,
  threshold: -0.5,
  details: { p: 0.675, light: 1, gap: -2.04, count: 3, since: "2025-01/P2M", rise: 1.25, tiny: -0.04 },
  evidence: [],
};
const say = (zh: string): string => messageOf({ id: "a-rule", message: { zh, en: zh } }, signal, names).zh;

describe("the sentence of an alert", () => {
  it.each([
    ["{value}", "−0.1"],
    ["{value:2}", "−0.06"],
    ["{threshold}", "−0.5"],
    ["{period}", "2025年4月"],
    ["{since:period}", "2025年1—2月"],
    ["{p:percent}", "68"],
    ["{light:light}", "过冷（蓝灯）"],
    ["{gap:abs}", "2.0"],
    ["{rise:signed}", "+1.3"],
    ["{gap:signed}", "−2.0"],
    ["{count:0}", "3"],
    ["{tiny}", "0.0"],
    ["{name}{unit}", "〈cpi.yoy〉%"],
    ["{region}", "〔CHN〕"],
    ["{since:model}", "“2025-01/P2M”"],
  ])("%s reads %s", (template, text) => expect(say(template)).toBe(text));

  it("a whole threshold is written whole", () => {
    const whole = { ...signal, threshold: 50 };
    expect(messageOf({ id: "r", message: { zh: "{threshold}", en: "" } }, whole, names).zh).toBe("50");
    const zero = { ...signal, threshold: 0 };
    expect(messageOf({ id: "r", message: { zh: "{threshold}", en: "" } }, zero, names).zh).toBe("0");
  });

  it("a rule that speaks of both sides takes the sentence of the signal's side", () => {
    const message = { hot: { zh: "热", en: "hot" }, cold: { zh: "冷", en: "cold" } };
    expect(messageOf({ id: "r", message }, signal, names).en).toBe("cold");
    expect(messageOf({ id: "r", message }, { ...signal, direction: "hot" }, names).zh).toBe("热");
  });

  it("a field that the signal lacks is named, with the rule", () => {
    expect(() => say("{years}")).toThrow("a-rule: the message asks for {years}");
  });
});
