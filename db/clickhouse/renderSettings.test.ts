import { describe, expect, it } from "vitest";
import { renderSettings } from "./renderSettings.ts";

describe("settings written into their statement", () => {
  it("stand at the end of a query, after its format, and after the columns of an insert", () => {
    expect(renderSettings("/* who */ SELECT 1 FORMAT Native;", { max_threads: 2, readonly: "1" })).toBe(
      "SELECT 1 FORMAT Native\nSETTINGS max_threads = 2, readonly = '1'",
    );
    expect(renderSettings("INSERT INTO t (a, b) SELECT 1, 2", { async_insert: false })).toBe(
      "INSERT INTO t (a, b) SETTINGS async_insert = 0 SELECT 1, 2",
    );
    expect(
      renderSettings("INSERT INTO t (a) FROM INFILE '/x\\'y' COMPRESSION 'none' FORMAT Native", {
        async_insert: 0,
      }),
    ).toBe(
      "INSERT INTO t (a) FROM INFILE '/x\\'y' COMPRESSION 'none' SETTINGS async_insert = 0 FORMAT Native",
    );
  });

  it("leave a statement without settings as it is", () => {
    expect(renderSettings("CREATE TABLE t (a Int8)", {})).toBe("CREATE TABLE t (a Int8)");
  });

  it("are refused where they would mean something else, or are no setting", () => {
    expect(() => renderSettings("CREATE TABLE t (a Int8)", { max_threads: 1 })).toThrow("CREATE");
    expect(() => renderSettings("SELECT 1", { "a = 1, b": 2 })).toThrow("is no setting");
  });
});
