import type { User } from "../../../db/stores/contract.ts";
import type { Services } from "../../services.ts";
import { BYTE_ORDER_MARK, csvLine } from "../csv.ts";
import { exportHead } from "../exportHead.ts";
import { passportOf } from "../passport.ts";
import { keyFor } from "./seriesRequest.ts";

const HEADERS = {
  zh: ["指标", "地区", "时期", "数值", "单位", "状态", "缺数原因", "发布日", "发布日依据", "入库时间"],
  en: [
    "indicator",
    "region",
    "period",
    "value",
    "unit",
    "status",
    "missing_reason",
    "vintage",
    "vintage_basis",
    "loaded_at",
  ],
} as const;

/** Every publication of every period of a series up to the day shown, under its passport; oldest period first. */
export async function vintagesCsv(
  s: Services,
  user: User,
  request: { indicator: string; region?: string | undefined; asOf?: string | undefined },
  lang: "zh" | "en",
): Promise<string> {
  const passport = passportOf(s.edition, request.asOf);
  const { indicator, key } = keyFor(user, request.indicator, request.region, s.base.directory.all());
  const [history = []] = await s.base.observations.history([key], { asOf: passport.asOf });
  const rows = history.map((o) =>
    csvLine([
      o.indicator,
      o.region,
      o.period,
      o.value,
      indicator.unit,
      o.status,
      o.reason,
      o.vintage,
      o.vintageBasis,
      o.loadedAt,
    ]),
  );
  const head = exportHead({ indicator, region: key.region }, passport, lang);
  return BYTE_ORDER_MARK + [...head, csvLine([...HEADERS[lang]]), ...rows, ""].join("\r\n");
}
