import { describe, expect, it } from "vitest";
import { measureOf } from "./measure.ts";

describe("measureOf", () => {
  it("leaves a long unit to the axis at the end of a compact line, and keeps a sign of percent", () => {
    const yuan = measureOf("hundred-million-yuan", 1, [37_174], "en");
    expect(yuan.write(37_174)).toBe(`${yuan.writeNumber(37_174)} ${yuan.unit}`);
    expect(yuan.writeEnd(37_174, false)).toBe(yuan.write(37_174));
    expect(yuan.writeEnd(37_174, true)).toBe(yuan.writeNumber(37_174));
    const percent = measureOf("percent", 1, [5.1], "zh");
    expect(percent.writeEnd(5.1, true)).toBe("5.1%");
  });
});
