import { describe, expect, it } from "vitest";
import { INDICATORS } from "../../models/indicators/registry.ts";
import { connectorById } from "../../server/connectors/registry.ts";
import { SEEDED_TODAY } from "../today.ts";
import { seedTransport } from "../transport.ts";
import { baselineRequests } from "./baseline.ts";
import { laterRequests } from "./later.ts";

const transport = seedTransport(SEEDED_TODAY);

describe("the baseline", () => {
  it("asks once for every shipped document and every simulated one", async () => {
    const shipped = (await transport.list("figures")).filter((p) => p.endsWith(".csv"));
    const simulated = await transport.list("simulated");
    const documents = (await transport.list("documents")).filter((p) => !p.endsWith(".md"));
    expect(
      baselineRequests()
        .map((r) => r.path)
        .sort(),
    ).toEqual([...shipped, ...simulated, ...documents].sort());
  });

  it("brings every indicator of the catalogue that is not computed here", () => {
    const provided = new Set(baselineRequests().flatMap((r) => connectorById(r.connector)!.provides));
    expect(INDICATORS.filter((i) => i.agency !== "GUANLAN" && !provided.has(i.id)).map((i) => i.id)).toEqual(
      [],
    );
  });
});

describe("what came later", () => {
  it("asks for every document of figures/later, each through the connector of its table", async () => {
    const shipped = (await transport.list("figures/later")).filter((p) => p.endsWith(".csv"));
    expect(
      laterRequests()
        .map((r) => r.path)
        .sort(),
    ).toEqual(shipped);
    expect(laterRequests().find((r) => r.path.endsWith("trade.csv"))?.connector).toBe("customs");
  });
});
