import type { Words } from "../../indicators/indicator.ts";

const words = (zh: string, en: string): Words => ({ zh, en });

/** Nothing repeats itself by the month: QS p above 0.01 on the figures shipped. */
const NO_SEASON = words(
  "检验看不出每年重复的季节规律，无需调整。",
  "No pattern that comes back every year is found in it: there is nothing to adjust for.",
);

/**
 * Monthly amounts without a policy, and why: what was measured on the figures from 2008 to April 2025
 * (`tests/contracts/seasonalPolicies.test.ts` measures it anew).
 */
export const NOT_ADJUSTED: Readonly<Record<string, Words>> = {
  "fai.ytd": words(
    "不作季节调整：1月从未单独公布，两个月怎样分配无从推断（标准误超过50个百分点）；2018年以后相邻两月的累计值之比年内跳动2至9个百分点，是口径调整，超过调整后通常的月变动（1.5%）；公布增速不在库中，即使有，末位四舍五入也使12月水平每回推一年有±1.1%的误差。",
    "Not adjusted: January was never published alone and nothing tells the two months apart (standard error above 50 points); from 2018 on ratios of running totals jump by 2 to 9 points within the year as coverage is restated, more than the usual monthly change once adjusted (1.5 %); published growth is not in the base, and with it rounding alone would leave ±1.1 % on a December for every year carried back.",
  ),
  "m0.level": words(
    "流通中货币随春节早晚大幅起落，试过的窗口和方法都剔不干净（春节残留检验p值都低于0.01），因此不作季节调整。",
    "Currency in circulation swings with the Spring Festival, and no window or method tried takes it out (p of what is left below 0.01 throughout), so it is not adjusted.",
  ),
  "loans.new": words(
    "十几年间季节幅度扩大数倍，换一段历史重算，近一半月份的季节因子变动过大，因此不作季节调整；可看社会融资规模中的人民币贷款。",
    "Its season grew several times over: computed over another span of years, nearly half of the months move too much, so it is not adjusted. See loans within aggregate financing.",
  ),
  "electricity.primary.ytd": words(
    "公布值在2018年、2019年出现回落和异常，换一段历史重算，两成以上月份的季节因子变动过大，因此不作季节调整。",
    "Totals of 2018 and 2019 fell or stand out: computed over another span of years, the factors of a fifth of the months and more move too much, so it is not adjusted.",
  ),
  "fdi.value": words(
    "2023年5月以后不再有单月数；此前的季节因子换一段历史重算也不够稳定，因此不作季节调整。",
    "No single months after May 2023, and the season before does not hold over spans of years, so it is not adjusted.",
  ),
  "tsf.trust-loans": words(
    "季节规律不够清楚、不够稳定（总体质量Q大于1），因此不作季节调整。",
    "Its season is neither clear nor steady enough (overall Q above 1), so it is not adjusted.",
  ),
  "tsf.equity": words(
    "季节规律弱，按最新数据得到的结果日后修订约达季节幅度的四成，因此不作季节调整。",
    "Its season is weak: the newest figures are later revised by some four tenths of the season, so it is not adjusted.",
  ),
  "tsf.entrusted-loans": NO_SEASON,
  "fx-reserves.level": NO_SEASON,
  "gold-reserves.level": NO_SEASON,
};
