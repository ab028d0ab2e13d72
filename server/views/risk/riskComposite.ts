import type { Words } from "../../../models/indicators/indicator.ts";
import type { RiskAnalysis } from "../../../models/warning/china/riskAnalysis.ts";
import type { Made } from "../../analyses/analyses.ts";
import type { RiskOverview } from "../../routers/views.ts";
import { provenanceOf } from "../provenanceOf.ts";
import { sayNumber } from "../say.ts";
import { compositeTitle, partsTitle } from "./compositeTitles.ts";
import { toldProbability } from "./toldProbability.ts";

/** The composite with its record. */
export function riskComposite(made: Made<RiskAnalysis>): NonNullable<RiskOverview["composite"]> {
  const { months, composite, contributions, cutoff, cutoffs, provenThen, outcomes, record } = made.result;
  const latest = toldProbability(months, composite);
  const proven = provenThen.at(-1) === true;
  return {
    title: compositeTitle(latest),
    partsTitle: partsTitle(contributions, latest === null ? -1 : months.indexOf(latest.month)),
    months,
    path: composite,
    contributions,
    cutoff,
    // Drawn where it held: a level from months that proved nothing is none.
    cutoffs: cutoffs.map((c, t) => (provenThen[t] ? c : null)),
    outcomes: [...outcomes],
    latest,
    proven,
    record,
    verdict: verdictOf(record, proven),
    provenance: provenanceOf(made),
  };
}

/** What the past record of the composite says, plainly. Judged each April on the months before. */
function verdictOf(record: RiskAnalysis["record"], proven: boolean): Words {
  const { auroc, aurocLower: low, aurocUpper: high, permutationP: p, months } = record;
  if (auroc === null || p === null)
    return {
      zh: "过去的事件太少，无法检验综合风险是否可信，仅供研究。",
      en: "Too few past events to put the composite to the test; for research only.",
    };
  const area = sayNumber(auroc, 2);
  const range = low === null || high === null ? null : `${sayNumber(low, 2)}–${sayNumber(high, 2)}`;
  const odds = sayNumber(100 * p, 0);
  const zh = `区分能力 ${area}（${range ? `90% 区间 ${range}，` : ""}0.5 等于猜），毫无信息的信号有 ${odds}% 的机会做到`;
  const en = `over ${months} months it tells them apart at ${area} (${range ? `90% interval ${range}, ` : ""}0.5 is guessing), which a signal that knows nothing does ${odds}% of the time`;
  return proven
    ? { zh: `过去的记录支持综合风险：${months} 个月里${zh}。`, en: `The past record supports it: ${en}.` }
    : {
        zh: `过去的记录不支持用综合风险预判：${months} 个月里${zh}，仅供研究。`,
        en: `The past record does not support it: ${en}; for research only.`,
      };
}
