import { describe, expect, it } from "vitest";
import { readConfig } from "./config.ts";

describe("the environment", () => {
  it("has a default for everything", () => {
    const c = readConfig({}, "/srv/guanlan");
    expect([c.host, c.port, c.dataDir, c.databaseUrl, c.seed]).toEqual([
      "127.0.0.1",
      4600,
      "/srv/guanlan/data",
      null,
      "baseline",
    ]);
  });

  it.each([
    [{ PORT: "80a" }, /PORT is "80a"/],
    [{ PORT: "70000" }, /65535/],
    [{ GUANLAN_SEED: "demo" }, /GUANLAN_SEED is "demo"/],
  ])("refuses %j with a sentence that names the variable", (env, words) => {
    expect(() => readConfig(env, "/srv")).toThrow(words);
  });
});
