import { describe, expect, it } from "vitest";
import { SEEDED_TODAY } from "./today.ts";
import { seedTransport } from "./transport.ts";

describe("the seed's transport", () => {
  const transport = seedTransport(SEEDED_TODAY);
  const text = async (path: string) => new TextDecoder().decode((await transport.read(path)).bytes);

  it("reads shipped documents and writes simulated ones", async () => {
    expect(await text("figures/lpr.csv")).toContain(
      "lpr.1y,CHN,2025-05-20,3.0,normal,,2025-05-20,publication-rule",
    );
    expect(await text("simulated/platforms.csv")).toContain("sim.job-postings.index,CHN,2025-W20");
  });

  it("lists a folder", async () => {
    expect(await transport.list("figures")).toContain("figures/cpi.csv");
    expect(await transport.list("simulated")).toEqual(["simulated/platforms.csv", "simulated/projects.csv"]);
  });

  it("names the document it does not have, and stays below the seed", async () => {
    await expect(transport.read("figures/none.csv")).rejects.toThrow('no document "figures/none.csv"');
    await expect(transport.list("nowhere")).rejects.toThrow('no folder "nowhere"');
    await expect(transport.read("../package.json")).rejects.toThrow("outside the seed");
  });
});
