import { expect, it } from "vitest";
import type { AlertRecord } from "../../../models/warning/alert.ts";
import { topAlerts } from "./cockpitView.ts";

const alert = (
  id: number,
  indicator: string,
  severity: string,
  openedAsOf: string,
  state = "open",
  direction = "cold",
) => ({ id, subject: { indicator, region: "CHN" }, severity, openedAsOf, state, direction }) as AlertRecord;

it("puts the most severe first, one alert a subject, none that is closed or silenced", () => {
  const items = [
    alert(1, "cpi.yoy", "watch", "2025-06-01"),
    alert(2, "ppi.yoy", "critical", "2025-01-01"),
    alert(3, "ppi.yoy", "critical", "2025-05-01"),
    alert(4, "m2.yoy", "critical", "2025-06-01", "closed"),
    alert(5, "iva.yoy", "warning", "2025-03-01", "in-work"),
    alert(6, "retail.yoy", "watch", "2025-05-01"),
  ];
  expect(topAlerts(items).map((a) => a.id)).toEqual([3, 5, 1]);
});

it("puts what leans in the economy before a doubt about a figure of the same severity", () => {
  const items = [
    alert(1, "m2.yoy", "warning", "2025-06-01", "open", "none"),
    alert(2, "ppi.yoy", "warning", "2023-01-01"),
  ];
  expect(topAlerts(items).map((a) => a.id)).toEqual([2, 1]);
});
