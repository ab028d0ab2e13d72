import {
  GAP_REASONS,
  type GapReason,
  STATUSES,
  type Status,
  VINTAGE_BASES,
  type VintageBasis,
} from "../../../models/series/observation.ts";
import { normaliseText } from "./normaliseText.ts";

const STATUS_WORDS: Readonly<Record<Status, readonly string[]>> = {
  normal: ["正常", "正式", "终值", "A"],
  provisional: ["初步", "初值", "快报", "初步核算", "P"],
  revised: ["修订", "修正", "R"],
  estimated: ["估计", "估算", "E"],
  forecast: ["预测", "F"],
  missing: ["缺失", "缺", "M"],
};

const REASON_WORDS: Readonly<Record<GapReason, readonly string[]>> = {
  "not-yet-released": ["尚未发布", "待发布"],
  "not-published": ["未发布", "不发布", "未公布"],
  "combined-with-next": ["与下期合并", "合并发布"],
  withdrawn: ["撤回", "已撤回"],
  "non-business-day": ["非工作日", "休市"],
  "no-announcement": ["无公告", "未公告"],
  unknown: ["不详", "未知"],
};

const BASIS_WORDS: Readonly<Record<VintageBasis, readonly string[]>> = {
  "release-record": ["发布记录"],
  "publication-rule": ["发布规则"],
  document: ["文件", "文档"],
  simulated: ["模拟"],
};

/** Place of every word a code may be written as. */
function wordPlaces<T extends string>(
  codes: readonly T[],
  words: Readonly<Record<T, readonly string[]>>,
): ReadonlyMap<string, number> {
  return new Map(
    codes.flatMap((code, place) => [code, ...words[code]].map((w) => [w.toLowerCase(), place] as const)),
  );
}

const STATUS_PLACES = wordPlaces(STATUSES, STATUS_WORDS);
const REASON_PLACES = wordPlaces(GAP_REASONS, REASON_WORDS);
const BASIS_PLACES = wordPlaces(VINTAGE_BASES, BASIS_WORDS);

const reader =
  (places: ReadonlyMap<string, number>) =>
  /** Place in the code list; null for blank; undefined when the word is unknown. */
  (text: string): number | null | undefined => {
    const word = normaliseText(text).toLowerCase();
    return word === "" ? null : places.get(word);
  };

/** Place in STATUSES of a status word, Chinese or English or SDMX letter. */
export const readStatus = reader(STATUS_PLACES);
/** Place in GAP_REASONS of a reason. */
export const readReason = reader(REASON_PLACES);
/** Place in VINTAGE_BASES. */
export const readBasis = reader(BASIS_PLACES);
