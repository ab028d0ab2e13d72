import { describe, expect, it } from "vitest";
import { type StandingStep, standingPath } from "./standing.ts";

type Gate = "passed" | "lost-to-naive" | "too-few-origins";
const walk = (steps: readonly [Gate, number | null][], rest = 3) =>
  standingPath<Gate>(
    steps.map(([gate, recent]): StandingStep<Gate> => ({ gate, recent })),
    rest,
  );

describe("standing, step by step", () => {
  it("keeps the gate's word until a model passes for the first time", () =>
    expect(
      walk([
        ["too-few-origins", null],
        ["lost-to-naive", 1.2],
        ["passed", 0.9],
      ]),
    ).toEqual(["too-few-origins", "lost-to-naive", "good"]));

  it("loses its place above 1.05 lately, not at it", () => {
    expect(
      walk([
        ["passed", 0.9],
        ["passed", 1.05],
      ]).at(-1),
    ).toBe("good");
    expect(
      walk([
        ["passed", 0.9],
        ["passed", 1.0501],
      ]).at(-1),
    ).toBe("demoted");
  });

  it("loses its place with the gate, however well it does lately", () =>
    expect(
      walk([
        ["passed", 0.9],
        ["lost-to-naive", 0.8],
      ]).at(-1),
    ).toBe("demoted"));

  it("a ratio that trembles between the bounds moves nobody", () => {
    const trembling = [1.04, 0.96, 1.05, 0.97, 1.02].map((r): [Gate, number] => ["passed", r]);
    expect(new Set(walk([["passed", 0.9], ...trembling]))).toEqual(new Set(["good"]));
    expect(walk([["passed", 0.9], ["passed", 1.2], ...trembling]).slice(1)).toEqual(Array(6).fill("demoted"));
  });

  it("comes back at 0.95 with the gate passed, after the rest and not before", () => {
    const back: [Gate, number] = ["passed", 0.95];
    expect(walk([["passed", 0.9], ["passed", 1.2], back, back, back])).toEqual([
      "good",
      "demoted",
      "demoted",
      "demoted",
      "good",
    ]);
    expect(walk([["passed", 0.9], ["passed", 1.2], back, back, ["lost-to-naive", 0.9]]).at(-1)).toBe(
      "demoted",
    );
  });

  it("what comes later changes no step before it", () => {
    const steps = Array.from({ length: 60 }, (_, i): [Gate, number] => [
      Math.sin(i) > -0.8 ? "passed" : "lost-to-naive",
      1 + 0.2 * Math.sin(i / 3),
    ]);
    const whole = walk(steps);
    expect(new Set(whole).size).toBeGreaterThan(1);
    for (let n = 1; n <= steps.length; n++) expect(walk(steps.slice(0, n))).toEqual(whole.slice(0, n));
  });
});
