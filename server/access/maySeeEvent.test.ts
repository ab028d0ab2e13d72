import { expect, it } from "vitest";
import type { User } from "../../db/stores/contract.ts";
import { INDICATORS } from "../../models/indicators/registry.ts";
import type { LiveEvent } from "../routers/views.ts";
import { gradesOf } from "./grades.ts";
import { maySeeEvent } from "./maySeeEvent.ts";

const user = (role: User["role"]): User => ({
  id: 1,
  name: role,
  displayName: role,
  role,
  grades: gradesOf(role),
});
const alert = (indicator: string): LiveEvent => ({
  kind: "alert",
  rule: "release-overdue",
  indicator,
  region: "CHN",
  alert: 1,
  event: "opened",
  title: { zh: "警", en: "a" },
  severity: "watch",
});
const load: LiveEvent = {
  kind: "load",
  load: 1,
  document: "a.csv",
  phase: "reading",
  done: 0,
  total: null,
  message: null,
};

it("tells of an alert only those whose grades cover its figure", () => {
  const open = INDICATORS.find((i) => i.grade === "public")!;
  const closed: User = { ...user("steward"), grades: [] };
  expect(maySeeEvent(user("steward"), alert(open.id))).toBe(true);
  expect(maySeeEvent(closed, alert(open.id))).toBe(false);
  expect(maySeeEvent(user("administrator"), alert("no.such"))).toBe(false);
});

it("tells of loads those who may open the page of loads", () => {
  expect(maySeeEvent(user("steward"), load)).toBe(true);
  expect(maySeeEvent(user("leader"), load)).toBe(false);
  expect(maySeeEvent(user("leader"), { kind: "data", dataVersion: "2", baseDate: "2025-05-31" })).toBe(true);
});
