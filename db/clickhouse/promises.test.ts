import { describe, expect, it } from "vitest";
import { oneAfterAnother, remembered } from "./promises.ts";

describe("work in turn", () => {
  it("never overlaps, and goes on after a failure", async () => {
    const inTurn = oneAfterAnother();
    const steps: string[] = [];
    const step = (name: string) =>
      inTurn(async () => {
        steps.push(`${name} begins`);
        await new Promise((resolve) => setTimeout(resolve, 2));
        steps.push(`${name} ends`);
        if (name === "a") throw new Error("a failed");
        return name;
      });
    const [a, b] = await Promise.allSettled([step("a"), step("b")]);
    expect([a.status, b]).toEqual(["rejected", { status: "fulfilled", value: "b" }]);
    expect(steps).toEqual(["a begins", "a ends", "b begins", "b ends"]);
  });
});

describe("a remembered answer", () => {
  it("is made once, again after forgetting, and not kept when it failed", async () => {
    let made = 0;
    const answer = remembered(async () => {
      if (++made === 2) throw new Error("not now");
      return made;
    });
    expect([await answer.get(), await answer.get()]).toEqual([1, 1]);
    answer.forget();
    await expect(answer.get()).rejects.toThrow("not now");
    expect(await answer.get()).toBe(3);
  });
});
