import { Segmented } from "../../parts/Segmented.tsx";
import { changeSearch } from "../../route/useRoute.ts";
import { riskWords } from "../../words/risk.ts";
import { useWords } from "../../words/useWords.ts";
import { RANGES, type RiskRange } from "./search.ts";

/** How many years the charts of the page show. */
export function RangePicker({ range }: { range: RiskRange }) {
  const w = useWords(riskWords).composite;
  return (
    <Segmented
      label={w.range}
      value={range}
      options={RANGES.map((r) => ({ value: r, label: w.ranges[r] }))}
      onChange={(r) => changeSearch({ range: r === "10" ? undefined : r }, true)}
    />
  );
}
