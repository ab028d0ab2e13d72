import { expect, it } from "vitest";
import { shell as en } from "../../words/en/shell.ts";
import { shell as zh } from "../../words/zh/shell.ts";
import { waitingLabel } from "./waitingLabel.ts";

it("names the day while looking back, and no day today", () => {
  expect(waitingLabel(zh.bell, 3, {})).toBe("3 条预警待处理");
  expect(waitingLabel(zh.bell, 3, { asOf: "2020-03-31" })).toBe("2020-03-31 当日 3 条预警待处理");
  expect(waitingLabel(en.bell, 1, { asOf: "2020-03-31" })).toBe("1 alert waiting on 2020-03-31");
});
