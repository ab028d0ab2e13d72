import { NO_REASON } from "../../../db/clickhouse/encodeObservations.ts";
import { GAP_REASONS, STATUSES } from "../../../models/series/observation.ts";
import type { RowRule } from "./rule.ts";

const MISSING = STATUSES.indexOf("missing");

/** Absence has a reason, and only absence: a blank figure says why, a figure present is not called missing. */
export const missingWithoutReason: RowRule = {
  id: "missing-without-reason",
  stage: "row",
  outcome: "rejected",
  column: "reason",
  title: { zh: "缺失未说明原因", en: "Missing without a reason" },
  words: {
    zh: "数值、状态与缺失原因不一致（原因：“{found}”）；应为：{needed}",
    en: 'figure, status and reason of a gap do not agree (reason: "{found}"); needed: {needed}',
  },
  check(batch, _context, refused, refuse) {
    for (let row = 0; row < batch.rows; row++) {
      const missing = batch.status[row] === MISSING;
      const reasoned = batch.reason[row] !== NO_REASON;
      const blank = batch.blank[row] === 1;
      if (refused[row] !== 0 || (blank === missing && missing === reasoned)) continue;
      if (blank || reasoned) refuse(row, () => `status missing + ${GAP_REASONS.join(" | ")}`);
      else refuse(row, () => "status normal | provisional | revised | estimated");
    }
  },
};
