import { describe, expect, it } from "vitest";
import { EVENT_RULES } from "../../../models/warning/china/eventRules.ts";
import { eventProbability } from "../../../models/warning/rules/eventProbability.ts";
import { alertModel } from "./alertModel.ts";

const alert = (rule: string, indicator: string, state: "open" | "closed" = "open") => ({
  rule,
  subject: { indicator, region: "CHN" },
  state,
  openedAsOf: "2022-11-30",
});
const TODAY = "2025-05-31";

describe("the model an alert speaks from", () => {
  it("is its own event for every subject of the rule on events, each another", () => {
    const found = eventProbability.subjects.map((s) =>
      alertModel(alert("event-probability", s.indicator), TODAY),
    );
    expect(found.map((m) => m?.event)).toEqual(EVENT_RULES.map((r) => r.id));
  });
  it("is the composite for the rule on the composite, and none for rules on figures", () => {
    expect(alertModel(alert("model-risk", "gdp.yoy"), TODAY)?.event).toBeNull();
    expect(alertModel(alert("ppi-deflation", "ppi.yoy"), TODAY)).toBeNull();
    expect(alertModel(alert("event-probability", "m2.yoy"), TODAY)).toBeNull();
  });
  it("is looked at today while the alert is followed, and as of the day it fired once it is closed", () => {
    expect(alertModel(alert("event-probability", "ppi.yoy"), TODAY)?.asOf).toBe(TODAY);
    expect(alertModel(alert("event-probability", "ppi.yoy", "closed"), TODAY)?.asOf).toBe("2022-11-30");
  });
});
