import { AppError } from "../errors.ts";
import { growthNowcast } from "../nowcast/china/growthNowcast.ts";
import { indicatorsOf } from "../nowcast/china/growthPanel.ts";
import { GROWTH_SPECIFICATION } from "../nowcast/china/growthSpecification.ts";
import type { Analysis } from "./contract.ts";
import type { NowcastResult } from "./nowcastResult.ts";

/** The first period without a figure of growth, on the vintages of the day, with its path and the news that moved it. */
export const nowcast: Analysis<NowcastResult> = {
  id: "nowcast",
  version: "1",
  title: { zh: "即时预测", en: "Nowcast" },
  weight: "heavy",
  subjects: ["gdp.yoy"],
  reads: (subject) => indicatorsOf(specificationOf(subject)),
  parameters: (subject) => ({ ...specificationOf(subject) }),
  compute: (subject, readings, _seed, tell) => growthNowcast(readings, specificationOf(subject), tell),
};

function specificationOf(subject: string) {
  if (subject === GROWTH_SPECIFICATION.target) return GROWTH_SPECIFICATION;
  throw new AppError(
    "not-found",
    `no nowcast of "${subject}"; there is one of ${GROWTH_SPECIFICATION.target}`,
  );
}
