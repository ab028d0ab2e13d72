import { describe, expect, it } from "vitest";
import { createSignInLimiter, PER_ADDRESS, PER_NAME } from "./signInLimiter.ts";

const START = Date.UTC(2025, 3, 10, 1, 0, 0);
const at = (seconds: number): Date => new Date(START + seconds * 1000);

describe("sign-in attempts", () => {
  it("a name waits after ten in a quarter of an hour, from whatever addresses, and until the first of them is that old", () => {
    const limiter = createSignInLimiter();
    for (let i = 0; i < PER_NAME; i += 1)
      expect(limiter.attempt("leader", `10.0.0.${i}`, at(i)).wait).toBe(0);
    expect(limiter.attempt("Leader", "10.0.1.1", at(60))).toEqual({ wait: 840, first: true });
    expect(limiter.attempt("leader", "10.0.1.1", at(899)).wait).toBe(1);
    expect(limiter.attempt("leader", "10.0.1.1", at(900)).wait).toBe(0);
    expect(limiter.attempt("leader", "10.0.1.1", at(900)).wait).toBe(1);
  });

  it("an address waits after thirty, whatever names it tries; other addresses do not", () => {
    const limiter = createSignInLimiter();
    for (let i = 0; i < PER_ADDRESS; i += 1)
      expect(limiter.attempt(`name${i}`, "10.0.0.1", at(i)).wait).toBe(0);
    expect(limiter.attempt("another", "10.0.0.1", at(40)).wait).toBe(860);
    expect(limiter.attempt("another", "10.0.0.2", at(40)).wait).toBe(0);
  });

  it("the refusal that starts a wait is told apart from those that follow", () => {
    const limiter = createSignInLimiter();
    for (let i = 0; i < PER_NAME; i += 1) limiter.attempt("leader", "10.0.0.1", at(0));
    const refusals = [1, 2, 3].map((s) => limiter.attempt("leader", "10.0.0.1", at(s)).first);
    expect(refusals).toEqual([true, false, false]);
  });

  it("refused attempts do not prolong the wait", () => {
    const limiter = createSignInLimiter();
    for (let i = 0; i < PER_NAME; i += 1) limiter.attempt("leader", "10.0.0.1", at(0));
    for (let s = 1; s < 900; s += 1) limiter.attempt("leader", "10.0.0.1", at(s));
    expect(limiter.attempt("leader", "10.0.0.1", at(900)).wait).toBe(0);
  });

  it("a right password clears the name and gives the address its attempt back", () => {
    const limiter = createSignInLimiter();
    for (let i = 0; i < 200; i += 1) {
      expect(limiter.attempt("leader", "10.0.0.1", at(i)).wait).toBe(0);
      limiter.succeeded("leader", "10.0.0.1");
    }
  });
});
