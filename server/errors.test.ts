import { TRPCError } from "@trpc/server";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { AppError } from "../models/errors.ts";
import { httpStatusOf, MEANINGS, protocolError, spokenAnswer } from "./errors.ts";

describe("what leaves the server about an error", () => {
  it("our own messages, with a sentence in both languages", () => {
    const error = protocolError(
      new AppError("not-enough-data", "seasonal-naive needs 24 observations; cpi.yoy has 17"),
    );
    expect(spokenAnswer(error)).toEqual({
      appCode: "not-enough-data",
      message: "seasonal-naive needs 24 observations; cpi.yoy has 17",
      words: MEANINGS["not-enough-data"].words,
    });
  });

  it("no engine's words where the message is for operators", () => {
    const error = protocolError(
      new AppError("store-unavailable", "Code: 210 connect to 10.1.2.3:9000 as guanlan_rw"),
    );
    expect(JSON.stringify(spokenAnswer(error))).not.toContain("10.1.2.3");
  });

  it("nothing at all of what was not foreseen", () => {
    const failed = new Error(
      'Failed query: select "password_hash" from "users" where name = $1\nparams: leader',
    );
    const answer = JSON.stringify(
      spokenAnswer(new TRPCError({ code: "INTERNAL_SERVER_ERROR", cause: failed })),
    );
    expect(answer).not.toMatch(/select|password|leader|at .*\.ts/);
  });

  it("which field of an input was wrong, without repeating what stood there", () => {
    const parsed = z
      .object({ keys: z.array(z.object({ region: z.string().max(3) })) })
      .safeParse({ keys: [{ region: "<script>" }] });
    const { appCode, message } = spokenAnswer(new TRPCError({ code: "BAD_REQUEST", cause: parsed.error }));
    expect(appCode).toBe("invalid-input");
    expect(message).toMatch(/^keys\.0\.region: /);
    expect(message).not.toContain("script");
  });

  it("words of our own where the error brings them", () => {
    const words = { zh: "用户名或密码不正确", en: "The name or the password is not right" };
    expect(spokenAnswer(protocolError(new AppError("not-signed-in", words)))).toEqual({
      appCode: "not-signed-in",
      message: words.en,
      words,
    });
  });

  it.each([
    ["not-signed-in", 401],
    ["forbidden", 403],
    ["not-found", 404],
    ["conflict", 409],
    ["too-many-requests", 429],
    ["store-unavailable", 503],
  ] as const)("%s is %i", (code, status) => {
    expect(httpStatusOf(code)).toBe(status);
  });
});
