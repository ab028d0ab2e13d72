import { AppError } from "../../errors.ts";
import { quotedEnglish } from "../../indicators/quotedEnglish.ts";
import { quotedName } from "../../indicators/quotedName.ts";
import type { Readings } from "../../readings/readings.ts";
import type { IsoDate } from "../../series/date.ts";
import { nextPeriod, type Period } from "../../series/period.ts";
import type { Series } from "../../series/series.ts";
import { dueDay } from "./dueDay.ts";
import { membersOn } from "./growthPanel.ts";
import { growthPath, growthStep } from "./growthPath.ts";
import { growthTeller } from "./growthTeller.ts";
import { lastKnown } from "./lastKnown.ts";
import type { NowcastResult, ToldDensity } from "./nowcastResult.ts";
import { type NowcastSpecification, specificationHash } from "./specification.ts";
import { toldDensity } from "./toldDensity.ts";

/**
 * Growth of the first quarter without a figure, as of the newest day read: density, path over the days of release since the
 * quarter before came out, the news between them (growthPath.ts), and the quarter after it. Throws
 * AppError("not-enough-data") before the first quarters that the model can read.
 */
export function growthNowcast(
  readings: Readings,
  specification: NowcastSpecification,
  tell: (done: number, total: number) => void = () => {},
): NowcastResult {
  const teller = growthTeller(readings, specification);
  const before = teller.publications.at(-1);
  if (!before)
    throw new AppError("not-enough-data", {
      zh: `截至${readings.day}，${quotedName(specification.target)}还没有数据；至少需要一个`,
      en: `no figure of ${quotedEnglish(specification.target)} by ${readings.day}; at least one is needed`,
    });
  const period = nextPeriod(before.period, "Q");
  const path = growthPath(readings, specification, teller, period, before.published, readings.day);
  tell(1, 2);
  const steps = path.slice(1).map((after, i) => growthStep(specification, teller, path[i]!, after));
  const next = nextPeriod(period, "Q");
  const last = path.at(-1)!;
  const read = membersOn(readings, specification, readings.day);
  return {
    target: specification.target,
    period,
    specification: specification.name,
    hash: specificationHash(specification),
    method: "factor-model",
    density: last.density,
    next: { period: next, density: noSurer(teller.told(next, last.day).density, last.density) },
    path: path.map(({ day, density }) => ({ day, density })),
    steps,
    members: read.map((series, i) => {
      const { id, group } = specification.members[i]!;
      return { indicator: id, group, ...lastKnown(series) };
    }),
    before: { ...last.last, day: figureDay(read, specification, last.last.period, before.published) },
    due: dueDay(specification.target, period),
  };
}

/** A farther quarter is never surer than a nearer one: their bands are learnt apart. */
const noSurer = (farther: ToldDensity, nearer: ToldDensity): ToldDensity =>
  toldDensity(farther.mean, Math.max(farther.sd, nearer.sd));

/** The day a figure as it stands was told. */
function figureDay(
  read: readonly Series[],
  { members, target }: NowcastSpecification,
  period: Period,
  first: IsoDate,
): IsoDate {
  const own = read[members.findIndex((m) => m.id === target)]!;
  return own.vintages[own.periods.indexOf(period)] ?? first;
}
