import { expect, it } from "vitest";
import { csvLine } from "./csv.ts";

it("quotes what needs it and disarms what a spreadsheet would run", () => {
  expect(csvLine(["a,b", 'say "x"', "=SUM(A1)", "@cmd", "-2", -2, null, "一\n二"])).toBe(
    '"a,b","say ""x""",\'=SUM(A1),\'@cmd,\'-2,-2,,"一\n二"',
  );
});
