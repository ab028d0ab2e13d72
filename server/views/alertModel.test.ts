import { describe, expect, it } from "vitest";
import { EVENT_RULES } from "../../models/warning/china/eventRules.ts";
import { eventProbability } from "../../models/warning/rules/eventProbability.ts";
import { alertModel } from "./alertModel.ts";

const nation = (indicator: string) => ({ indicator, region: "CHN" });

describe("the model an alert speaks from", () => {
  it("is its own event for every subject of the rule on events, each another", () => {
    const events = eventProbability.subjects.map((s) => alertModel("event-probability", s)?.event);
    expect(events).toEqual(EVENT_RULES.map((r) => r.id));
  });
  it("is the composite for the rule on the composite, and none for rules on figures", () => {
    expect(alertModel("model-risk", nation("gdp.yoy"))).toEqual({ event: null });
    expect(alertModel("ppi-deflation", nation("ppi.yoy"))).toBeNull();
    expect(alertModel("event-probability", nation("m2.yoy"))).toBeNull();
  });
});
