import type { Period } from "../../series/period.ts";
import type { Derivation } from "./derivation.ts";

/** What is said of months left out because the year was restated across them: none where there are none. */
export function restatedMonths(months: readonly Period[]): Derivation["refused"] {
  if (months.length === 0) return [];
  return [
    {
      what: { zh: `${months.join("、")}的当月值`, en: `The months ${months.join(", ")}` },
      why: {
        zh: "这些月份的累计值一次计入了统计范围的变动，与上月累计值相减不是当月值，因此留空；同比按可比口径推算，不受影响。",
        en: "Their running totals took in a change of coverage at once: less the total before, they are no month, and are left empty. Growth on the comparable basis is free of it.",
      },
    },
  ];
}
