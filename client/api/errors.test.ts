import { TRPCClientError } from "@trpc/client";
import { describe, expect, it } from "vitest";
import { codeOf, messageOf } from "./errors.ts";

const failed = (data: Record<string, unknown>) =>
  TRPCClientError.from({ error: { code: -32603, message: "time-out: 12 s", data } });

describe("a failed request", () => {
  it("is known by the product's own code", () => {
    expect(codeOf(failed({ appCode: "time-out", code: "INTERNAL_SERVER_ERROR" }))).toBe("time-out");
  });
  it("falls back to the transport's code", () => {
    expect(codeOf(failed({ code: "UNAUTHORIZED" }))).toBe("not-signed-in");
  });
  it("is called unreachable when no answer came back", () => {
    expect(codeOf(TRPCClientError.from(new TypeError("Failed to fetch")))).toBe("unreachable");
  });
  it("is called unknown rather than guessed at", () => {
    expect([codeOf(failed({ code: "TEAPOT" })), codeOf(new Error("x")), codeOf("x")]).toEqual([
      "unknown",
      "unknown",
      "unknown",
    ]);
  });
  it("is told in the reader's language where the server speaks both", () => {
    const error = failed({ words: { zh: "查询超时", en: "The query took too long" } });
    expect([messageOf(error, "zh"), messageOf(error, "en")]).toEqual(["查询超时", "The query took too long"]);
    expect(messageOf(failed({}), "zh")).toBe("time-out: 12 s");
  });
});
