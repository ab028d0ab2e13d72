import type { Words } from "../../indicators/indicator.ts";
import type { CycleMember } from "./cycleMember.ts";

export interface CycleSector {
  id: string;
  name: Words;
  /** Monthly members, equally weighted in their own units of spread. */
  members: readonly CycleMember[];
}

/**
 * Parts of the economy whose own cycles are set beside that of the whole. Investment is absent: its comparable growth by
 * month is not published.
 */
export const CYCLE_SECTORS: readonly CycleSector[] = [
  { id: "output", name: { zh: "工业生产", en: "Output" }, members: [{ indicator: "iva.yoy" }] },
  {
    id: "consumption",
    name: { zh: "消费", en: "Consumption" },
    members: [{ indicator: "retail.yoy", festival: true }],
  },
  {
    id: "exports",
    name: { zh: "出口", en: "Exports" },
    members: [{ indicator: "exports.yoy", festival: true }],
  },
  {
    id: "prices",
    name: { zh: "物价", en: "Prices" },
    members: [{ indicator: "ppi.yoy" }, { indicator: "cpi.yoy", festival: true }],
  },
  {
    id: "money",
    name: { zh: "货币", en: "Money" },
    members: [{ indicator: "m1.yoy" }, { indicator: "m2.yoy" }],
  },
  {
    id: "survey",
    name: { zh: "企业调查", en: "Business survey" },
    members: [{ indicator: "pmi.manufacturing" }],
  },
];
