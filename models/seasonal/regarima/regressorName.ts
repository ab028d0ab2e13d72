import type { Words } from "../../indicators/indicator.ts";
import { periodOfSlot } from "../../series/period.ts";
import type { Regressor } from "./regressor.ts";

const OUTLIERS = {
  ao: { zh: "孤立异常值", en: "single outlier" },
  ls: { zh: "水平移动", en: "level shift" },
  tc: { zh: "短期变动", en: "passing change" },
  so: { zh: "季节异常值", en: "seasonal outlier" },
} as const;

const BLOCKS: Readonly<Record<string, string>> = {
  "Spring Festival": "春节",
  "Spring Festival before": "春节前",
  "Spring Festival during": "春节期间",
  "Spring Festival after": "春节后",
};

const KINDS = {
  td: { zh: "星期结构", en: "days of the week" },
  td1coef: { zh: "工作日与周末之差", en: "weekdays against weekends" },
  "official-td": { zh: "法定工作日（分星期）", en: "official working days by day of the week" },
  "official-td1coef": { zh: "法定工作日天数", en: "official working days" },
  lpyear: { zh: "闰年", en: "leap year" },
  length: { zh: "期长", en: "length of the period" },
  seasonal: { zh: "季节虚拟变量", en: "seasonal dummies" },
} as const;

/** A regressor as people read it, in both languages; `season` periods a year (12 or 4) name the period of an outlier. */
export function regressorName(r: Regressor, season: number): Words {
  const of = (slot: number): string => periodOfSlot(slot, season === 4 ? "Q" : "M");
  switch (r.kind) {
    case "festival":
      return {
        zh: `${BLOCKS[r.name] ?? r.name}（正月初一起第${r.from}至${r.to}天）`,
        en: `${r.name} (days ${r.from} to ${r.to} from New Year's Day)`,
      };
    case "user":
      return { zh: r.name, en: r.name };
    case "ao":
    case "ls":
    case "so":
    case "tc": {
      const name = OUTLIERS[r.kind];
      const code = r.kind.toUpperCase();
      return { zh: `${of(r.at)} ${name.zh}（${code}）`, en: `${of(r.at)} ${name.en} (${code})` };
    }
    case "ramp":
      return { zh: `${of(r.from)}至${of(r.to)}渐变`, en: `ramp ${of(r.from)} to ${of(r.to)}` };
    case "easter":
      return { zh: `复活节（${r.window}天）`, en: `Easter (${r.window} days)` };
    case "stock-td":
      return { zh: `存量星期结构（${r.day}日）`, en: `days of the week of a stock (day ${r.day})` };
    default:
      return KINDS[r.kind];
  }
}
