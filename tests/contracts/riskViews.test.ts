import { describe, expect, it } from "vitest";
import type { Analysis } from "../../models/analyses/contract.ts";
import { event, eventResult } from "../../models/analyses/event.ts";
import { heat } from "../../models/analyses/heat.ts";
import { risk, riskResult } from "../../models/analyses/risk.ts";
import { NATION } from "../../models/indicators/nation.ts";
import { indicatorById } from "../../models/indicators/registry.ts";
import { readingsOf } from "../../models/readings/readings.ts";
import { eventBook } from "../../models/warning/china/eventBook.ts";
import type { Made } from "../../server/analyses/analyses.ts";
import { figureOf } from "../../server/views/figure.ts";
import { heatMap } from "../../server/views/risk/heatMap.ts";
import { riskComposite } from "../../server/views/risk/riskComposite.ts";
import { riskEventView } from "../../server/views/risk/riskEventView.ts";
import { riskHeadline } from "../../server/views/risk/riskHeadline.ts";
import { deniedRiskClaims } from "../support/deniedRiskClaims.ts";
import { seedHistories } from "./seedKnowledge.ts";

const SEED = 1;
const read = [...seedHistories().values()].filter((s) => s.head.region === NATION);

function madeOf<Result>(
  analysis: Analysis<Result>,
  subject: string,
  day: string,
  result: Result,
): Made<Result> {
  return {
    analysis: analysis.id,
    subject,
    version: analysis.version,
    inputs: "0",
    day,
    vintages: analysis.reads(subject).map((indicator) => ({ indicator, vintage: day, observations: 1 })),
    parameters: {},
    seed: SEED,
    run: 1,
    codeVersion: "test",
    durationMs: 1,
    savedAt: `${day}T00:00:00.000Z`,
    result,
  };
}

type Shown = ReturnType<typeof makeShown>;
const made = new Map<string, Shown>();

/** Everything the pages on risk show of a day, from the shipped figures; made once a day. */
function shownOn(day: string): Shown {
  const found = made.get(day) ?? makeShown(day);
  made.set(day, found);
  return found;
}

function makeShown(day: string) {
  const readings = readingsOf(read, day);
  const book = eventBook(readings.history, day, SEED);
  const passport = { asOf: day, baseDate: day, lookingBack: false, dataVersion: "1" };
  const composite = riskComposite(madeOf(risk, "composite", day, riskResult(book, day, SEED)));
  const events = book.rules.map((rule, e) => {
    const reference = figureOf(indicatorById(rule.indicator)!, NATION, null);
    return riskEventView(madeOf(event, rule.id, day, eventResult(book, e, day, SEED)), reference, passport);
  });
  const map = heatMap(madeOf(heat, "domains", day, heat.compute("domains", readings, SEED)), new Map());
  return { composite, events, map, headline: riskHeadline(composite, events) };
}

describe.each(["2010-12-31", "2019-06-30", "2025-05-31"])("what the pages on risk say of %s", (day) => {
  const { composite, events, map, headline } = shownOn(day);
  const overview = {
    composite,
    events: events.map((e) => ({ id: e.id, title: e.title, definition: e.definition, event: e, why: null })),
  };

  it("is borne out by the figures beside it", () => {
    for (const said of [headline, composite.title, composite.partsTitle])
      expect(deniedRiskClaims(said, { overview })).toEqual([]);
    expect(deniedRiskClaims(map.title, { map })).toEqual([]);
    for (const e of events)
      for (const said of [e.headline, e.candidatesTitle, e.modelsTitle, e.episodesTitle])
        expect(deniedRiskClaims(said, { event: e })).toEqual([]);
  });

  it("keeps probabilities that the past does not support out of the headline, and says so in both languages", () => {
    const shares = (headline.text.zh + headline.text.en).match(/\d+%/g) ?? [];
    expect(shares.length > 0).toBe(composite.proven);
    const unproven = events.filter((e) => !e.proven);
    expect(unproven.filter((e) => !e.verdict.zh.includes("仅供研究"))).toEqual([]);
    expect(unproven.filter((e) => !e.verdict.en.includes("for research only"))).toEqual([]);
    const told = unproven.filter((e) => e.probability !== null);
    expect(told.filter((e) => !e.headline.text.zh.includes("过去的记录不支持"))).toEqual([]);
  });

  it("adds up: parts to the composite in every month, contributions to the newest probability", () => {
    const off = composite.path.value.map((total, t) => {
      const sum = composite.contributions.reduce((a, c) => a + (c.points[t] ?? 0), 0);
      return Math.abs(sum - (total ?? 0));
    });
    expect(Math.max(...off)).toBeLessThan(1e-9);
    for (const e of events) {
      const sum = e.contributions.reduce((a, c) => a + c.points, 0);
      expect(Math.abs(sum - (e.joined.value.at(-1) ?? 0))).toBeLessThan(1e-9);
    }
  });

  it("gives no probability of an event that is on, and every signal its unit, source and vintage", () => {
    expect(events.filter((e) => e.state.on === true && e.probability !== null)).toEqual([]);
    for (const c of events.flatMap((e) => e.candidates)) {
      expect(c.source.zh).not.toBe("");
      expect(c.unit).not.toBe("");
      expect(c.vintage).toBe(day);
      expect(c.distance === null).toBe(c.threshold === null);
      // Told past its threshold where it is, and nowhere else.
      expect(c.distance !== null && c.distance < 0).toBe(c.signalling === true && c.distance !== null);
    }
  });
});

describe("history", () => {
  it("at the end of 2010 too little was settled for any probability, and the page says so", () => {
    const { composite, headline } = shownOn("2010-12-31");
    expect(composite.latest).toBeNull();
    expect(headline.text.zh).toContain("所知太少");
  });
  it("in May 2025 producer prices had been falling since the end of 2022", () => {
    const { events } = shownOn("2025-05-31");
    const deflation = events.find((e) => e.id === "producer-deflation")!;
    expect(deflation.state).toMatchObject({ on: true, since: "2022-12" });
    expect(deflation.headline.text.zh).toContain("工业品通缩：正在发生，自2022年12月起");
  });
});
