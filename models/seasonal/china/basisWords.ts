import type { Words } from "../../indicators/indicator.ts";
import { periodOfSlot } from "../../series/period.ts";
import type { ComparableBasis } from "./comparableBasis.ts";
import type { MonthsToAdjust } from "./monthsToAdjust.ts";

const words = (zh: string, en: string): Words => ({ zh, en });

/** Which years restated the base before them, by how much, and which months are left out for a restatement within the year. */
export function basisWords({ first, values }: MonthsToAdjust, { factors, gaps }: ComparableBasis): Words {
  const restated = factors.filter((f) => f.year > Math.floor(first / 12));
  const out = gaps.filter((slot) => slot >= first && slot < first + values.length);
  const size = (factor: number) => `${factor > 1 ? "+" : "−"}${Math.abs(100 * (factor - 1)).toFixed(1)}%`;
  const said: Words[] = [];
  if (restated.length > 0)
    said.push(
      words(
        `以前年份换算到最新一年的口径（发布时上年基数的调整：${restated.map((f) => `${f.year}年${size(f.factor)}`).join("、")}）`,
        `earlier years on the newest year's base (the year before was restated: ${restated.map((f) => `${f.year} by ${size(f.factor)}`).join(", ")})`,
      ),
    );
  if (out.length > 0)
    said.push(
      words(
        `${out.map((s) => periodOfSlot(s, "M")).join("、")}累计值在年内调整过，不作当月值，由模型估计`,
        `${out.map((s) => periodOfSlot(s, "M")).join(", ")}: the year's total was restated across the month, which is estimated`,
      ),
    );
  return said.length === 0
    ? words("按公布值，不换算", "as published")
    : words(said.map((w) => w.zh).join("；"), said.map((w) => w.en).join("; "));
}
