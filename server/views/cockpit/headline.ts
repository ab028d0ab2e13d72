import type {
  FanView,
  Headline,
  Light,
  LightRow,
  ProvinceTiles,
  WarningIndexView,
} from "../../routers/views.ts";
import { sayFigure, sayNumber, sayPeriod } from "../say.ts";

/** Zones of the index by the name of their light. */
const ZONE: Readonly<Record<Light, { zh: string; en: string }>> = {
  1: { zh: "蓝灯区", en: "blue zone" },
  2: { zh: "浅蓝灯区", en: "light-blue zone" },
  3: { zh: "绿灯区", en: "green zone" },
  4: { zh: "黄灯区", en: "yellow zone" },
  5: { zh: "红灯区", en: "red zone" },
};
/** More names than this and a headline is no headline. */
const MOST_NAMED = 2;

const currentLight = (row: LightRow): Light | null => row.cells.at(-1)?.light ?? null;

/** An English name inside a sentence: “retail sales”, but still “PPI” and “M2”. */
const inSentence = (name: string): string =>
  /^[A-Z][a-z]/.test(name) ? name[0]!.toLowerCase() + name.slice(1) : name;

/** Names the members on one side, strongest first, two at most: “出口、PPI等4项偏热”. */
function sideWords(rows: readonly LightRow[], hot: boolean): Headline | null {
  const side = rows
    .filter((r) => (hot ? (currentLight(r) ?? 3) > 3 : (currentLight(r) ?? 3) < 3))
    .sort(
      (a, b) =>
        (hot ? currentLight(b)! - currentLight(a)! : currentLight(a)! - currentLight(b)!) ||
        b.weight - a.weight,
    );
  if (side.length === 0) return null;
  const named = side.slice(0, MOST_NAMED);
  const more = side.length > named.length;
  const zh = named.map((r) => r.short.zh).join("、") + (more ? `等${side.length}项` : "");
  const en =
    named.map((r) => inSentence(r.short.en)).join(named.length === 2 && !more ? " and " : ", ") +
    (more ? ` and ${side.length - named.length} more` : "");
  return {
    text: { zh: `${zh}${hot ? "偏热" : "偏冷"}`, en: `${en} ${hot ? "hot" : "cold"}` },
    claims: [
      { kind: hot ? "hot-members" : "cold-members", value: side.length },
      ...named.map((r) => ({ kind: "member-light", indicator: r.indicator, light: currentLight(r)! })),
    ],
  };
}

/** The sentence at the top of the cockpit: the zone of the index, and what leans hot or cold. */
export function cockpitHeadline(index: WarningIndexView, rows: readonly LightRow[]): Headline {
  const hot = sideWords(rows, true);
  const cold = sideWords(rows, false);
  const zone = ZONE[index.light];
  const tail = [hot, cold].filter((x) => x !== null);
  const calm = { zh: "各项指标均在正常区间", en: "every member in its normal band" };
  return {
    text: {
      zh: `经济运行处于${zone.zh}，${tail.length ? tail.map((t) => t.text.zh).join("，") : calm.zh}。`,
      en: `The economy is in the ${zone.en}; ${tail.length ? tail.map((t) => t.text.en).join("; ") : calm.en}.`,
    },
    claims: [
      { kind: "index-light", light: index.light, value: index.value },
      ...tail.flatMap((t) => t.claims),
    ],
  };
}

/** Title of the index card: level, change against the month before, months in the zone. */
export function indexTitle(index: WarningIndexView): Headline {
  const value = sayNumber(index.value, 1);
  const change = index.previous === null ? null : index.value - index.previous;
  const moved = change === null ? null : Math.abs(change) < 0.05 ? 0 : change;
  const zh =
    moved === null
      ? ""
      : moved === 0
        ? "，与上月持平"
        : `，较上月${moved > 0 ? "上升" : "回落"} ${sayNumber(Math.abs(moved), 1)} 点`;
  const en =
    moved === null
      ? ""
      : moved === 0
        ? ", unchanged"
        : `, ${moved > 0 ? "up" : "down"} ${sayNumber(Math.abs(moved), 1)} points`;
  const months = index.monthsInZone;
  const claims: Headline["claims"] = [
    { kind: "index-value", value: index.value, light: index.light },
    { kind: "months-in-zone", months, light: index.light },
  ];
  if (moved !== null) claims.push({ kind: "index-change", value: moved });
  return {
    text: {
      zh: `综合预警指数 ${value}${zh}，${months > 1 ? `连续 ${months} 个月` : "本月"}处于${ZONE[index.light].zh}`,
      en: `Warning index ${value}${en}; ${months > 1 ? `${months} months` : "this month"} in the ${ZONE[index.light].en}`,
    },
    claims,
  };
}

/** Title of the lights table: how many are normal. */
export function lightsTitle(rows: readonly LightRow[]): Headline {
  const judged = rows.filter((r) => currentLight(r) !== null);
  const normal = judged.filter((r) => currentLight(r) === 3).length;
  const hot = judged.filter((r) => currentLight(r)! > 3).length;
  const cold = judged.length - normal - hot;
  const zh = [hot > 0 ? `${hot} 项偏热` : "", cold > 0 ? `${cold} 项偏冷` : ""].filter((x) => x).join("，");
  const en = [hot > 0 ? `${hot} hot` : "", cold > 0 ? `${cold} cold` : ""].filter((x) => x).join(", ");
  return {
    text: {
      zh: `${judged.length} 项中 ${normal} 项正常${zh ? `，${zh}` : ""}`,
      en: `${normal} of ${judged.length} normal${en ? `, ${en}` : ""}`,
    },
    claims: [
      { kind: "normal-members", value: normal },
      { kind: "hot-members", value: hot },
      { kind: "cold-members", value: cold },
    ],
  };
}

/** Title of the province tiles: how many stand in the middle, and the ends. */
export function provincesTitle(p: ProvinceTiles): Headline {
  const known = p.tiles.filter((t) => t.value !== null);
  if (known.length === 0)
    return { text: { zh: "分省数据尚未发布", en: "No provincial figures by this day" }, claims: [] };
  const middle = known.filter((t) => t.light === 3).length;
  const sorted = [...known].sort((a, b) => b.value! - a.value!);
  const top = sorted[0]!;
  const low = sorted.at(-1)!;
  return {
    text: {
      zh: `${known.length} 省份中 ${middle} 个居中，${top.short.zh}最快、${low.short.zh}最慢`,
      en: `${middle} of ${known.length} provinces near the middle; ${top.short.en} fastest, ${low.short.en} slowest`,
    },
    claims: [
      { kind: "provinces-known", value: known.length },
      { kind: "provinces-normal", value: middle },
      { kind: `province-top:${top.region}`, value: top.value! },
      { kind: `province-low:${low.region}`, value: low.value! },
    ],
  };
}

/** Title of the fan: what is expected of the first period ahead, or that nothing may be shown. */
export function fanTitle(fan: FanView): Headline {
  const first = fan.forecast;
  if (!first)
    return {
      text: {
        zh: `${fan.name.zh}：暂无可采信的预测`,
        en: `${fan.name.en}: no forecast that has earned trust`,
      },
      claims: [],
    };
  const mean = first.mean[0]!;
  const figure = sayFigure(mean, fan.unit, fan.decimals);
  const period = sayPeriod(first.periods[0]!);
  return {
    text: {
      zh: `${fan.name.zh}${period.zh}预计 ${figure.zh}`,
      en: `${fan.name.en} expected at ${figure.en} in ${period.en}`,
    },
    claims: [{ kind: "forecast-mean", indicator: fan.indicator, value: mean }],
  };
}
