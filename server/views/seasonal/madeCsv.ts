import type { DerivedColumns } from "../../../models/analyses/derivedResult.ts";
import { AppError } from "../../../models/errors.ts";
import { NATION } from "../../../models/indicators/nation.ts";
import { indicatorById } from "../../../models/indicators/registry.ts";
import type { DerivedView, MadeOf, SeasonalView } from "../../routers/views.ts";
import { BYTE_ORDER_MARK, csvLine } from "../csv.ts";
import { exportHead } from "../exportHead.ts";

const SEASONAL = {
  zh: [
    "时期",
    "原值",
    "原值状态",
    "季节调整后",
    "趋势",
    "季节",
    "春节",
    "工作日",
    "不规则",
    "比上月",
    "上次发布时",
  ],
  en: [
    "period",
    "original",
    "original_status",
    "adjusted",
    "trend",
    "seasonal",
    "spring_festival",
    "working_days",
    "irregular",
    "change_on_month_before",
    "adjusted_release_before",
  ],
} as const;
const DERIVED = {
  zh: ["时期", "当期值", "下限", "上限", "来历", "覆盖月数", "缺数原因", "发布日"],
  en: ["period", "value", "lower", "upper", "how", "months_covered", "missing_reason", "vintage"],
} as const;
const GROWTH = {
  zh: ["同比%", "下限", "上限", "来历", "覆盖月数", "缺数原因", "发布日"],
  en: ["growth_percent", "lower", "upper", "how", "months_covered", "missing_reason", "vintage"],
} as const;
const COMPUTED = {
  zh: "由本系统计算，非来源公布",
  en: "computed here, not published by the source",
} as const;

/** An adjusted series as a file: its head says that nobody published it, and how it was made. Throws not-found without one. */
export function seasonalCsv(view: SeasonalView, lang: "zh" | "en"): string {
  const { adjustment } = view;
  if (!adjustment) throw new AppError("not-found", view.why?.[lang] ?? `${view.indicator} is not adjusted`);
  const { result } = adjustment;
  const how = result.specification.map((line) => `${line.name[lang]}: ${line.value[lang]}`);
  const rows = result.periods.map((period, i) =>
    csvLine([
      period,
      result.original[i] ?? null,
      result.status[i]!,
      ...[
        result.adjusted,
        result.trend,
        result.seasonal,
        result.festival,
        result.calendar,
        result.irregular,
        result.change,
        result.against?.adjusted ?? [],
      ].map((c) => c[i] ?? null),
    ]),
  );
  const name = lang === "zh" ? "季节调整后" : "seasonally adjusted";
  return file(view, lang, `${name}; ${COMPUTED[lang]}`, how, [csvLine([...SEASONAL[lang]]), ...rows]);
}

/** Single periods out of a running total as a file: each says how it was made, or why there is none. Throws not-found without. */
export function derivedCsv(view: DerivedView, lang: "zh" | "en"): string {
  const { derived } = view;
  if (!derived)
    throw new AppError("not-found", view.why?.[lang] ?? `nothing is derived of ${view.indicator}`);
  const { amounts, growth, periods, method, refused } = derived.result;
  const said = [
    ...method,
    ...refused.map((r) => ({ zh: `${r.what.zh}：${r.why.zh}`, en: `${r.what.en}: ${r.why.en}` })),
  ];
  const header = csvLine([...DERIVED[lang], ...(growth ? GROWTH[lang] : [])]);
  const rows = periods.map((period, i) =>
    csvLine([period, ...cells(amounts, i), ...(growth ? cells(growth, i) : [])]),
  );
  const name = lang === "zh" ? "推算的单期值" : "derived single periods";
  return file(
    { ...view, indicator: derived.result.indicator },
    lang,
    `${name}; ${COMPUTED[lang]}`,
    said.map((w) => w[lang]),
    [header, ...rows],
  );
}

const cells = (c: DerivedColumns, i: number): (string | number | null)[] => [
  c.values[i] ?? null,
  c.lower[i] ?? null,
  c.upper[i] ?? null,
  c.how[i] ?? null,
  c.months[i] ?? null,
  c.reasons[i] ?? null,
  c.vintages[i] ?? null,
];

function file(
  view: MadeOf,
  lang: "zh" | "en",
  transform: string,
  how: readonly string[],
  body: readonly string[],
): string {
  const indicator = indicatorById(view.indicator)!;
  const head = exportHead({ indicator, region: NATION, transform }, view, lang);
  const method = how.map((line) => `# ${csvLine([lang === "zh" ? "方法" : "method", line])}`);
  return BYTE_ORDER_MARK + [...head, ...method, ...body, ""].join("\r\n");
}
