import type { GateIndicator } from "../catalogue.ts";
import type { GateRule } from "./rule.ts";

/** What a published growth may differ from its levels beside rounding, in percentage points. */
const SLACK = 0.1;

/**
 * Growth agrees with its levels within rounding:
 *   |100 (X/B − 1) − G| ≤ 0.1 + t + r(G) + 100 (r(X) + r(B) X/B) / B
 * X the level, B the level a year before, G the published growth in percent, r(·) half of the last decimal
 * shown, t the tolerance the catalogue grants where the source computes on comparable coverage. All as known on the release day. A difference may be a change of basis (可比口径) as well as an
 * error, so a person decides. Asked where the catalogue says of which level an indicator is the growth.
 */
export const growthAgainstLevel: GateRule = {
  id: "growth-against-level",
  outcome: "quarantined",
  title: { zh: "增速与水平值不一致", en: "Growth disagrees with its level" },
  words: {
    zh: "增速 {found}% 与水平值推算不一致；按水平值应在：{needed}，可能是口径调整，请核实后确认",
    en: "growth {found} % disagrees with its levels; by them it is within {needed}, perhaps a change of basis, to be confirmed by a person",
  },
};

const halfUnit = (decimals: number): number => 0.5 * 10 ** -decimals;

/** The interval, in percent, in which the growth of `level` over `base` lies; null where it has no meaning. */
export function growthInterval(
  growth: GateIndicator,
  levelOf: GateIndicator,
  level: number,
  base: number,
): [low: number, high: number] | null {
  if (!(base > 0)) return null;
  const implied = 100 * (level / base - 1);
  const rounding = (100 * halfUnit(levelOf.decimals) * (1 + Math.abs(level / base))) / base;
  const slack = SLACK + growth.growthTolerance + halfUnit(growth.decimals) + rounding;
  return [implied - slack, implied + slack];
}
