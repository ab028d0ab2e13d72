import { Segmented } from "../../parts/Segmented.tsx";
import { changeSearch } from "../../route/useRoute.ts";
import { forecastWords } from "../../words/forecast.ts";
import { useWords } from "../../words/useWords.ts";
import { DEFAULT_TARGET, TARGETS, type Target } from "./search.ts";

/** GDP, CPI or PPI; what belongs to one target does not go along to another. */
export function TargetChoice({ target }: { target: Target }) {
  const w = useWords(forecastWords);
  return (
    <Segmented
      label={w.target}
      value={target}
      options={TARGETS.map((t) => ({ value: t, label: w.targets[t] }))}
      onChange={(t) =>
        changeSearch({
          target: t === DEFAULT_TARGET ? undefined : t,
          day: undefined,
          before: undefined,
          period: undefined,
          indicator: undefined,
          ahead: undefined,
        })
      }
    />
  );
}
