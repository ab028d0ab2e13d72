import { describe, expect, it } from "vitest";
import { nowcast } from "../../models/analyses/nowcast.ts";
import { nowcastRecord } from "../../models/analyses/nowcastRecord.ts";
import { NOWCAST_TARGETS } from "../../models/analyses/nowcastTargets.ts";
import { daysBefore } from "../../models/nowcast/china/daysBefore.ts";
import { growthPanel, indicatorsOf } from "../../models/nowcast/china/growthPanel.ts";
import { growthPath, growthStep } from "../../models/nowcast/china/growthPath.ts";
import { GROWTH_STAGES, pastQuarter } from "../../models/nowcast/china/growthRecord.ts";
import { GROWTH_SPECIFICATION } from "../../models/nowcast/china/growthSpecification.ts";
import { growthTeller, targetOf } from "../../models/nowcast/china/growthTeller.ts";
import type { NewsStep, PastPeriod } from "../../models/nowcast/china/nowcastResult.ts";
import { pricePath, priceStep } from "../../models/nowcast/china/pricePath.ts";
import {
  CONSUMER_PRICES,
  firstTold,
  PRODUCER_PRICES,
  priceIndicators,
} from "../../models/nowcast/china/priceSpecification.ts";
import { priceTeller } from "../../models/nowcast/china/priceTeller.ts";
import { recordSummary } from "../../models/nowcast/china/recordSummary.ts";
import { fitFactorModel } from "../../models/nowcast/fitFactorModel.ts";
import { nowcastOf } from "../../models/nowcast/nowcastOf.ts";
import { type Readings, readingsOf } from "../../models/readings/readings.ts";
import { slotOf } from "../../models/series/period.ts";
import { randomSource } from "../../models/statistics/random/generator.ts";
import { shippedHistory } from "../bench/record/nowcastRecord.ts";
import { seedHistories } from "./seedKnowledge.ts";

const histories = seedHistories();
const on = (indicators: readonly string[], day: string): Readings =>
  readingsOf(
    indicators.map((id) => shippedHistory(histories, id)),
    day,
  );
const told = (subject: string, day: string) => nowcast.compute(subject, on(nowcast.reads(subject), day), 1);
const ALL = "9999-12-31";
const SLOW = 120_000;

/** |change − Σ impacts − revisions − parameters|, and |impact − weight · surprise| of each item: the worst of them. */
function gap({ change, items, revisions, parameters }: NewsStep): number {
  const sum = items.reduce((s, n) => s + n.impact, revisions + parameters);
  return Math.max(
    Math.abs(change - sum),
    ...items.map((n) => Math.abs(n.impact - n.weight * n.surprise)),
    ...items.map((n) => Math.abs(n.surprise - (n.actual - n.expected))),
  );
}

const growth = on(indicatorsOf(GROWTH_SPECIFICATION), ALL);
const teller = growthTeller(growth, GROWTH_SPECIFICATION);
const quarters = teller.publications.filter((p) => p.period >= "2010");

describe("nowcasts on shipped figures", () => {
  it("tell the first period without a figure of each target, with what it rests on", () => {
    const found = NOWCAST_TARGETS.map(({ id }) => told(id, "2011-06-30"));
    expect(found.map((n) => [n.target, n.period, n.before.period, n.due])).toEqual([
      ["gdp.yoy", "2011-Q2", "2011-Q1", "2011-07-17"],
      ["cpi.yoy", "2011-06", "2011-05", "2011-07-09"],
      ["ppi.yoy", "2011-06", "2011-05", "2011-07-09"],
    ]);
    for (const n of found) {
      const [fifty, eighty, ninetyFive] = n.density.intervals;
      expect(eighty!.lower).toBeLessThan(fifty!.lower);
      expect(ninetyFive!.upper).toBeGreaterThan(eighty!.upper);
      expect(n.steps).toHaveLength(n.path.length - 1);
      expect(n.path.at(-1)!.density).toEqual(n.density);
      expect(n.path[0]!.day).toBe(n.before.day);
      expect(n.members.length).toBeGreaterThan(3);
      expect(JSON.parse(JSON.stringify(n))).toEqual(n);
    }
    for (const n of [found[0]!, told("gdp.yoy", "2025-07-17")])
      expect(n.next!.density.sd).toBeGreaterThanOrEqual(n.density.sd);
  });

  it("see nothing that came later: each day of a path is what that day told", () => {
    for (const [subject, day] of [
      ["gdp.yoy", "2011-07-10"],
      ["gdp.yoy", "2012-10-10"],
      ["cpi.yoy", "2016-03-05"],
      ["ppi.yoy", "2021-10-05"],
    ] as const) {
      const late = told(subject, day);
      for (const { day: earlier, density } of [late.path[0]!, late.path.at(-2)!])
        expect(told(subject, earlier).density).toEqual(density);
    }
  });

  it("know no figure that comes out with the quarter's own, whatever a rule dates it", () => {
    const eve = told("gdp.yoy", "2011-07-16");
    expect(eve.members.find((m) => m.indicator === "iva.yoy")!.last).toBe("2011-05");
    expect(eve.members.find((m) => m.indicator === "exports.yoy")!.last).toBe("2011-06");
  });

  it("refuse days before they can read anything, other targets and years", () => {
    expect(() => told("gdp.yoy", "2008-06-30")).toThrow(/begins with the figures/);
    expect(() => told("cpi.yoy", "2008-06-30")).toThrow(/needs 12 months of changes/);
    expect(() => nowcast.reads("retail.yoy")).toThrow(/no nowcast of "retail.yoy"/);
    expect(() => nowcastRecord.reads("gdp.yoy/1999")).toThrow(/no record "gdp.yoy\/1999"/);
  });
});

describe("news of growth", () => {
  it(
    "add up between each day of release and the next, in every quarter from 2010 on",
    () => {
      let steps = 0;
      quarters.forEach(({ period, published }) => {
        const before = teller.publications[teller.publications.findIndex((p) => p.period === period) - 1]!;
        const path = growthPath(
          growth,
          GROWTH_SPECIFICATION,
          teller,
          period,
          before.published,
          daysBefore(published, 1),
        );
        path.slice(1).forEach((after, i) => {
          const step = growthStep(GROWTH_SPECIFICATION, teller, path[i]!, after);
          expect(gap(step)).toBeLessThan(1e-9);
          steps++;
        });
      });
      expect(steps).toBeGreaterThan(500);
    },
    SLOW,
  );

  it("add up between any two days, with the figures of weeks and new estimates between them", () => {
    const random = randomSource(4);
    for (let i = 0; i < 40; i++) {
      const { period, published } = quarters[Math.floor(random.uniform() * quarters.length)]!;
      const from = Math.floor(40 + 100 * random.uniform());
      const to = Math.floor(1 + 39 * random.uniform());
      const step = growthStep(
        GROWTH_SPECIFICATION,
        teller,
        teller.told(period, daysBefore(published, from)),
        teller.told(period, daysBefore(published, to)),
      );
      expect(gap(step)).toBeLessThan(1e-9);
    }
  });
});

describe("parameters of growth", () => {
  it("come out the same from a neighbour's as from the start, as far as the nowcast can tell", () => {
    for (const day of ["2012-11-01", "2016-05-01", "2019-08-31"]) {
      const { model, panel } = growthPanel(growth, GROWTH_SPECIFICATION, day);
      const cold = fitFactorModel(model, panel, { tolerance: 1e-7, maxIterations: 2000 });
      const warm = teller.fitted(day);
      const rho = cold.parameters.rho.map((r, i) => (i === 0 ? GROWTH_SPECIFICATION.ownPersistence : r));
      const next = quarters.find((q) => q.published > day)!;
      const target = targetOf(GROWTH_SPECIFICATION, next.period);
      const [a] = nowcastOf({ ...cold, parameters: { ...cold.parameters, rho } }, panel, [target]);
      const [b] = nowcastOf(warm, panel, [target]);
      expect(Math.abs(a!.mean - b!.mean)).toBeLessThan(0.1);
    }
  });
});

describe("how it was", () => {
  const past = quarters.map((q) => pastQuarter(growth, GROWTH_SPECIFICATION, teller, q));
  const at = (period: string, daysBefore: number): PastPeriod["stages"][number] =>
    past.find((p) => p.period === period)!.stages.find((s) => s.daysBefore === daysBefore)!;

  it("tells of a year the same whether or not later years are known", () => {
    const year = nowcastRecord.compute(
      "gdp.yoy/2013",
      on(nowcastRecord.reads("gdp.yoy/2013"), "2014-06-30"),
      1,
    );
    expect(year.periods.map((p) => p.period)).toEqual(["2012-Q4", "2013-Q1", "2013-Q2", "2013-Q3"]);
    expect(year.basis).toBe("mixed");
    expect(year.periods).toEqual(past.filter((p) => p.published.startsWith("2013")));
  });

  it("fell with the first quarter of 2020 as soon as its months were known, far below any other", () => {
    const lowest = at("2020-Q1", 7).density.mean;
    expect(lowest).toBeLessThan(2);
    expect(at("2020-Q1", 56).density.mean - lowest).toBeGreaterThan(4);
    expect(at("2021-Q1", 7).density.mean).toBeGreaterThan(15);
  });

  it("is below the last figure and the autoregression at every stage of 2010–2019, with bands that hold", () => {
    const ten = recordSummary(past, ALL).filter((s) => s.sample === "2010-2019");
    const most = [0.56, 0.55, 0.33, 0.305, 0.29, 0.29, 0.27, 0.275];
    ten.forEach((stage, i) => {
      expect(stage.n).toBe(40);
      expect(stage.nowcast.rmse).toBeLessThan(most[i]!);
      expect(stage.nowcast.rmse).toBeLessThan(stage.against.naive.rmse);
      expect(stage.nowcast.rmse).toBeLessThan(stage.against.autoregression.rmse);
      expect(stage.coverage80).toBeGreaterThanOrEqual(70);
      expect(stage.coverage80).toBeLessThanOrEqual(90);
    });
    for (const stage of recordSummary(past, ALL)) {
      expect(stage.standing).toBe("passed");
      expect(stage.coverage80).toBeGreaterThanOrEqual(70);
      expect(stage.coverage80).toBeLessThanOrEqual(90);
    }
  });

  it("errs to neither side while growth falls slowly, and is nearer than the last figure without the swings of 2010–2011", () => {
    const ten = past.filter((q) => q.period >= "2010" && q.period < "2020");
    const calm = recordSummary(
      ten.filter((q) => q.period >= "2012"),
      ALL,
    ).filter((s) => s.sample === "2010-2019");
    GROWTH_STAGES.forEach((_, i) => {
      const errors = ten.map((q) => q.stages[i]!.density.mean - q.actual);
      expect(Math.abs(errors.reduce((s, e) => s + e, 0) / errors.length)).toBeLessThan(0.05);
      expect(calm[i]!.nowcast.rmse).toBeLessThan(0.9 * calm[i]!.against.naive.rmse);
    });
  });

  it("has forgotten 2020–2022 by 2024: bands of a point early and less late, and none of ten points ever", () => {
    const half = (density: PastPeriod["stages"][number]["density"]): number =>
      density.intervals[1]!.upper - density.mean;
    const since = (period: string, daysBefore: number): number[] =>
      past
        .filter((q) => q.period >= period)
        .map((q) => half(q.stages.find((s) => s.daysBefore === daysBefore)!.density));
    const mean = (of: number[]): number => of.reduce((s, v) => s + v, 0) / of.length;
    expect(mean(since("2024", 84))).toBeLessThan(1.1);
    expect(mean(since("2024", 1))).toBeLessThan(0.8);
    expect(Math.max(...since("2024", 84), ...since("2024", 28))).toBeLessThan(1.4);
    expect(Math.max(...GROWTH_STAGES.flatMap((before) => since("2010", before)))).toBeLessThan(10);
  });

  it("widens or narrows by a trifle from one day to the next unless figures came", () => {
    for (const { period, published } of quarters.filter((q) => q.period >= "2023")) {
      const days = Array.from({ length: 75 }, (_, i) => daysBefore(published, 75 - i));
      days.slice(1).forEach((day, i) => {
        const [a, b] = [teller.told(period, days[i]!), teller.told(period, day)];
        if (a.model.mean !== b.model.mean || a.model.sd !== b.model.sd) return;
        expect(Math.abs(b.density.sd / a.density.sd - 1)).toBeLessThan(0.05);
      });
    }
  });
});

describe.each([CONSUMER_PRICES, PRODUCER_PRICES])("prices: $target", (specification) => {
  const readings = on(priceIndicators(specification), ALL);
  const tells = priceTeller(readings, specification);

  it(
    "news add up between each day of release and the next, in every month",
    () => {
      tells.publications.forEach(({ period, published }, i) => {
        const before = tells.publications[i - 1];
        if (!before || slotOf(period, "M") < firstTold(specification)) return;
        const end = daysBefore(published, 1);
        const path = pricePath(readings, specification, tells, period, before.published, end);
        path.slice(1).forEach((after, k) => {
          const step = priceStep(path[k]!, after);
          expect(gap(step)).toBeLessThan(1e-9);
          for (const item of step.items) expect(item.weight).not.toBe(0);
        });
        expect(gap(priceStep(path[0]!, path.at(-1)!))).toBeLessThan(1e-9);
      });
    },
    SLOW,
  );

  it(
    "its record is below the last figure and the autoregression at every stage, with bands that hold",
    () => {
      const years = [2011, 2013, 2015, 2017, 2019, 2022, 2024];
      const past = years.flatMap((year) => {
        const subject = `${specification.target}/${year}`;
        return nowcastRecord.compute(subject, on(nowcastRecord.reads(subject), `${year + 1}-06-30`), 1)
          .periods;
      });
      for (const stage of recordSummary(past, ALL).filter((s) => s.sample === "all")) {
        expect(stage.n).toBeGreaterThanOrEqual(83);
        expect(stage.nowcast.rmse).toBeLessThan(stage.against.naive.rmse);
        expect(stage.nowcast.rmse).toBeLessThan(stage.against.autoregression.rmse);
        expect(stage.coverage80).toBeGreaterThan(70);
        expect(stage.coverage80).toBeLessThan(92);
      }
    },
    SLOW,
  );
});
