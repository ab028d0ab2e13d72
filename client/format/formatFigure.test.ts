import { describe, expect, it } from "vitest";
import { formatChange, formatFigure } from "./formatFigure.ts";

describe("figures with their unit", () => {
  it("a rate is a percentage; its change is percentage points, never percent", () => {
    expect(formatFigure(5.4, "percent", 1, "zh").text).toBe("5.4%");
    expect(formatChange(-0.2, "percent", 1, "zh").text).toBe("−0.2个百分点");
    expect(formatChange(-0.2, "percent", 1, "en").text).toBe("−0.2 pp");
  });

  it("GDP of 1,349,084 亿元 is read as 134.9 万亿元, in English as 134.9 trillion yuan", () => {
    expect(formatFigure(1349084, "hundred-million-yuan", 0, "zh").text).toBe("134.9 万亿元");
    expect(formatFigure(1349084, "hundred-million-yuan", 0, "en").text).toBe("134.9 trillion yuan");
  });

  it("a month's tax of 3,456.7 亿元 stays in 亿元 and becomes billions in English", () => {
    expect(formatFigure(3456.7, "hundred-million-yuan", 1, "zh").text).toBe("3456.7 亿元");
    expect(formatFigure(3456.7, "hundred-million-yuan", 1, "en").text).toBe("345.7 billion yuan");
  });

  it("customs trade in thousand dollars is read in 亿美元 or billions", () => {
    expect(formatFigure(324_900_000, "thousand-usd", 0, "zh").text).toBe("3249 亿美元");
    expect(formatFigure(324_900_000, "thousand-usd", 0, "en").text).toBe("324.9 billion US dollars");
  });

  it("an index stands without a unit and changes by points", () => {
    expect(formatFigure(50.2, "index", 1, "zh").text).toBe("50.2");
    expect(formatChange(0.3, "index", 1, "zh").text).toBe("+0.3 点");
    expect(formatChange(0.3, "index", 1, "en").text).toBe("+0.3 points");
  });

  it("a population is read in 亿人 or billions", () => {
    expect(formatFigure(1_408_280_000, "persons", 0, "zh").text).toBe("14.08 亿人");
    expect(formatFigure(1_408_280_000, "persons", 0, "en").text).toBe("1.41 billion persons");
  });

  it("a unit that the vocabulary does not hold is shown as it came, never dropped", () => {
    expect(formatFigure(3, "furlongs", 0, "en").text).toBe("3 furlongs");
  });
  it("is scaled as the figure beside it, until nothing of it would be seen", () => {
    expect(formatChange(-9118.7, "hundred-million-yuan", 1, "zh", 195_200).text).toBe("−0.91 万亿元");
    expect(formatChange(12.3, "hundred-million-yuan", 1, "zh", 195_200).text).toBe("+12.3 亿元");
  });
});
