import { expect, it } from "vitest";
import type { RiskEvent, RiskEventCard } from "../../../server/routers/views.ts";
import { urgency } from "./urgency.ts";

const card = (id: string, event: Partial<RiskEvent> | null): Pick<RiskEventCard, "id" | "event"> => ({
  id,
  event: event as RiskEvent | null,
});
const likely = (value: number, proven: boolean): Partial<RiskEvent> => ({
  proven,
  state: { on: false, month: "2025-04", since: "2024-12", months: 5 },
  probability: { month: "2025-04", value, lower: null, upper: null, level: 90, change: null },
});

it("what is on comes first, then what a record supports; what is for research comes after, however likely", () => {
  const cards = [
    card("unknown", null),
    card("research", likely(95, false)),
    card("small", likely(3, true)),
    card("large", likely(60, true)),
    card("less research", likely(10, false)),
    card("on", {
      ...likely(0, false),
      state: { on: true, month: "2025-04", since: "2024-12", months: 5 },
      probability: null,
    }),
  ];
  const order = cards.toSorted((a, b) => urgency(b) - urgency(a)).map((c) => c.id);
  expect(order).toEqual(["on", "large", "small", "research", "less research", "unknown"]);
});
