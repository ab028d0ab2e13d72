import type { Words } from "../../indicators/indicator.ts";
import type { Derivation } from "./derivation.ts";
import { type DerivedCell, PARTED_LEVEL } from "./derivedCell.ts";

/** How single periods were made of a running total, one sentence a thing that was done. */
export function methodOf(rule: Derivation, frequency: "M" | "Q", amounts: readonly DerivedCell[]): Words[] {
  const quarterly = frequency === "Q";
  const said: Words[] = [
    quarterly
      ? {
          zh: "当季值 = 本季末累计值 − 上季末累计值；一季度即为累计值。",
          en: "Quarter = running total at its end less the one before; the first quarter is the running total itself.",
        }
      : {
          zh: "当月值 = 本月累计值 − 上月累计值；上下限是两个累计值末位四舍五入留下的范围。",
          en: "Month = running total less the one of the month before; the range is what rounding of both leaves open.",
        },
  ];
  if (rule.single)
    said.push({
      zh: "来源单独公布了当期值的，一律以公布值为准，不作推算。",
      en: "Where the source publishes the single period, its figure stands and nothing is derived.",
    });
  if (amounts.some((c) => c.how === "parted"))
    said.push({
      zh: `1—2月只公布合计的年份，按全部月份的季节模型和春节前后的位置拆分，两月之和等于公布值；上下限为${PARTED_LEVEL}%区间，宽度按海关公布的进出口1月实数校准。`,
      en: `Where only January–February was published, a seasonal model of all months with the place of the Spring Festival tells them apart; the two sum to the figure published; the range is an ${PARTED_LEVEL} % interval, as wide as the Januaries that customs published needed.`,
    });
  if (amounts.some((c) => c.how === "bridged"))
    said.push({
      zh: "几个月合并公布而不能拆分的，合计列在最后一个月；金额图上不画，增速画成粗横线。",
      en: "Months published together that cannot be told apart stand as one in the last of them: amounts are not drawn, growth is drawn flat over them.",
    });
  if (rule.route === "comparable")
    said.push({
      zh: "同比按可比口径：由累计值和公布的累计增速倒推上年同期，再求当期增速，不受上年基数调整影响；越到年末，末位四舍五入留下的范围越宽。",
      en: "Growth is on the comparable basis: last year's base follows from the totals and their published growth, so a restated base does no harm; the range that rounding leaves widens through the year.",
    });
  if (rule.route === "weighted")
    said.push({
      zh: "当季实际同比由累计实际增速按上年各季现价金额加权倒推；累计增速只公布一位小数，四季度的误差可达0.35个百分点左右。",
      en: "Real growth of the quarter follows from running real growth, weighted by the year before's amounts at current prices; rounding of the running rate leaves up to about 0.35 points in a fourth quarter.",
    });
  return said;
}
