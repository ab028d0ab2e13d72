import { describe, expect, it } from "vitest";
import { bindParams } from "./bindParams.ts";

describe("values bound into a statement", () => {
  it("become literals of the named type", () => {
    expect(
      bindParams("SELECT {ids:Array(UInt32)}, {day:Date32}, {none:Nullable(Float64)}", {
        ids: [1, 2],
        day: "2026-04-09",
        none: null,
      }),
    ).toBe(
      "SELECT _CAST([1,2], 'Array(UInt32)'), _CAST('2026-04-09', 'Date32'), _CAST(NULL, 'Nullable(Float64)')",
    );
  });

  it.each([
    ["'); DROP TABLE observations; --", "'\\'); DROP TABLE observations; --'"],
    ["\\", "'\\\\'"],
    ["\\'; SELECT 1", "'\\\\\\'; SELECT 1'"],
    ["居民消费价格\n{day:Date}", "'居民消费价格\n{day:Date}'"],
    ["$&$1", "'$&$1'"],
  ])("keep hostile text %j inside its literal", (text, literal) => {
    expect(bindParams("SELECT {t:String}", { t: text })).toBe(`SELECT _CAST(${literal}, 'String')`);
  });

  it("leave braces in strings, names and comments alone", () => {
    const sql = "SELECT '{a:String}', 'it''s \\' {a:String}', `{a:String}` /* {a:String} */ -- {a:String}";
    expect(bindParams(sql, {})).toBe(sql);
  });

  it("quote names", () => {
    expect(bindParams("SELECT * FROM {t:Identifier}", { t: "a`; DROP" })).toBe("SELECT * FROM `a\\`; DROP`");
  });

  it("refuse what cannot be bound, saying which", () => {
    expect(() => bindParams("SELECT {x:UInt8}", {})).toThrow("no value for parameter x:UInt8");
    expect(() => bindParams("SELECT {toString:UInt8}", {})).toThrow("no value for parameter toString");
    expect(() => bindParams("SELECT {x:Float64}", { x: Number.NaN })).toThrow("finite number; found NaN");
    expect(() => bindParams("SELECT {x:Identifier}", { x: 3 })).toThrow("needs a name; found 3");
  });
});
