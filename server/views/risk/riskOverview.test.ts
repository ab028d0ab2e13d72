import { describe, expect, it } from "vitest";
import type { User } from "../../../db/stores/contract.ts";
import { AppError } from "../../../models/errors.ts";
import { EVENT_RULES } from "../../../models/warning/china/eventRules.ts";
import type { Services } from "../../services.ts";
import { ABOVE_GRADE } from "../catalogue.ts";
import { riskEventDetail, riskHeat, riskOverview } from "./riskOverview.ts";

const DAY = "2003-01-15";
const asked: string[] = [];

/** Services whose analyses answer every question with one error. */
const servicesWith = (error: Error): Services =>
  ({
    edition: { key: "1", baseDate: "2025-05-31", dataVersion: "1" },
    base: { observations: { latest: (keys: unknown[]) => Promise.resolve(keys.map(() => null)) } },
    analyses: {
      get: (analysis: { id: string }, subject: string, day: string) => {
        asked.push(`${analysis.id} ${subject} ${day}`);
        return Promise.reject(error);
      },
    },
  }) as unknown as Services;
const user = (grades: string[]): User => ({ id: 1, name: "x", role: "analyst", grades }) as unknown as User;

const tooLittle = servicesWith(new AppError("not-enough-data", "iva.yoy has no figure by then"));
const anyone = user(["public", "internal", "sensitive", "important"]);

describe("a day that knew too little", () => {
  it("is said in a sentence for each part, and no part is made up", async () => {
    asked.length = 0;
    const view = await riskOverview(tooLittle, anyone, DAY);
    expect(view.composite).toBeNull();
    expect(view.why?.zh).toContain("还太少");
    expect(view.events.map((e) => [e.id, e.event, e.why?.zh])).toEqual(
      EVENT_RULES.map((r) => [r.id, null, view.why!.zh]),
    );
    expect(view.headline.text.zh).toContain("所知太少");
    expect(asked.every((a) => a.endsWith(DAY))).toBe(true);
    const heat = await riskHeat(tooLittle, anyone, DAY);
    expect([heat.map, heat.why?.zh, heat.asOf]).toEqual([null, view.why!.zh, DAY]);
  });

  it("refuses the page of one event with its own sentence", async () => {
    await expect(riskEventDetail(tooLittle, anyone, "export-slump", DAY)).rejects.toThrow(
      "iva.yoy has no figure",
    );
  });
});

describe("what is no lack of figures", () => {
  it("stays an error: a failed run is not told as a day without figures", async () => {
    const failing = servicesWith(new AppError("store-unavailable", "the thread ended"));
    await expect(riskOverview(failing, anyone, DAY)).rejects.toThrow("the thread ended");
    await expect(riskHeat(failing, anyone, DAY)).rejects.toThrow("the thread ended");
  });

  it("an event nobody watches is not found", async () => {
    await expect(riskEventDetail(tooLittle, anyone, "meteor", DAY)).rejects.toMatchObject({
      code: "not-found",
    });
  });

  it("a result is refused like the figures in it, before anything is asked for", async () => {
    asked.length = 0;
    const view = await riskOverview(tooLittle, user([]), DAY);
    expect([view.headline.text, view.composite, view.why]).toEqual([ABOVE_GRADE, null, ABOVE_GRADE]);
    expect(view.events.map((e) => [e.event, e.why])).toEqual(EVENT_RULES.map(() => [null, ABOVE_GRADE]));
    expect(await riskHeat(tooLittle, user([]), DAY)).toMatchObject({ map: null, why: ABOVE_GRADE });
    await expect(riskEventDetail(tooLittle, user([]), "export-slump", DAY)).rejects.toMatchObject({
      code: "not-found",
    });
    expect(asked).toEqual([]);
  });
});
