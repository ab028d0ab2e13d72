import { describe, expect, it } from "vitest";
import { AGENCIES, indicatorById, regionByCode } from "../../models/indicators/registry.ts";
import { parsePeriod } from "../../models/series/period.ts";
import { SEEDED_TODAY } from "../../seed/today.ts";
import { seedTransport } from "../../seed/transport.ts";
import type { Connector, RawDocument } from "../../server/connectors/contract.ts";
import { CONNECTORS, connectorById } from "../../server/connectors/registry.ts";

const transport = seedTransport(SEEDED_TODAY);
const HAN = /\p{Script=Han}/u;

const documentsOf = (connector: Connector): Promise<RawDocument[]> =>
  Promise.all(connector.plan(connector.provides, null).map((request) => connector.fetch(request, transport)));

/** The document with one line more below its header: a row of nonsense. */
async function withNonsense(connector: Connector): Promise<{ document: RawDocument; line: number } | null> {
  const [document] = (await documentsOf(connector)).filter((d) => d.name.endsWith(".csv"));
  if (!document) return null;
  // Nonsense in plain letters is the same in every encoding the documents come in.
  const tail = new TextEncoder().encode("nonsense,CHN,2025-04,1,normal,,2025-05-09,document\n");
  const bytes = Buffer.concat([document.bytes, tail]);
  return { document: { ...document, bytes }, line: bytes.toString("latin1").trimEnd().split("\n").length };
}

describe("the connectors", () => {
  it("have ids of their own, and are found by them", () => {
    const ids = CONNECTORS.map((c) => c.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.map((id) => connectorById(id)?.id)).toEqual(ids);
    expect(connectorById("nobody")).toBeNull();
  });
});

describe.each(CONNECTORS.map((c) => [c.id, c] as const))("connector %s", (id, connector) => {
  it("says who publishes, where, and on what licence", () => {
    expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(AGENCIES.map((a) => a.id)).toContain(connector.agency);
    expect(connector.title.zh).toMatch(HAN);
    expect(connector.title.en).not.toMatch(HAN);
    expect(connector.licence.length).toBeGreaterThan(3);
    expect(connector.homepage).not.toBe("");
  });

  it("provides only indicators of the catalogue, and those its own agency answers for", () => {
    expect(connector.provides.length).toBeGreaterThan(0);
    expect(new Set(connector.provides).size).toBe(connector.provides.length);
    const strange = connector.provides.filter((p) => indicatorById(p)?.agency !== connector.agency);
    expect(strange).toEqual([]);
  });

  it("plans the same each time, asks nothing for what it does not provide, and something for each that it does", () => {
    expect(connector.plan(connector.provides, null)).toEqual(connector.plan(connector.provides, null));
    expect(connector.plan(["cpi.of-the-moon"], null)).toEqual([]);
    expect(connector.provides.filter((p) => connector.plan([p], null).length === 0)).toEqual([]);
    for (const request of connector.plan(connector.provides, null)) expect(request.connector).toBe(id);
  });

  it("reads its documents without loss, the same each time, into what it provides", async () => {
    for (const document of await documentsOf(connector)) {
      const parsed = await connector.parse(document);
      expect(parsed.rejected).toEqual([]);
      expect(parsed.observations.length).toBeGreaterThan(0);
      expect(parsed.lines).toHaveLength(parsed.observations.length);
      expect(await connector.parse(document)).toEqual(parsed);
      const strange = parsed.observations.filter(
        (o) =>
          !connector.provides.includes(o.indicator) ||
          regionByCode(o.region) === null ||
          parsePeriod(o.period) === null ||
          (o.value === null) !== (o.status === "missing"),
      );
      expect(strange).toEqual([]);
    }
  });

  it("delivers each figure it promises", async () => {
    const delivered = new Set<string>();
    for (const document of await documentsOf(connector))
      for (const o of (await connector.parse(document)).observations) delivered.add(o.indicator);
    expect(connector.provides.filter((p) => !delivered.has(p))).toEqual([]);
  });

  it("gives a row of nonsense back with its line, what was found and what was needed", async () => {
    const spoilt = await withNonsense(connector);
    expect(spoilt).not.toBeNull();
    const { rejected } = await connector.parse(spoilt!.document);
    expect(rejected.map((r) => [r.line, r.found])).toEqual([[spoilt!.line, "nonsense"]]);
    expect(rejected[0]!.needed).not.toBe("");
    expect(rejected[0]!.column).not.toBe("");
    expect(rejected[0]!.rule).toBe("unknown-indicator");
  });

  it("names a source it cannot reach", async () => {
    const request = { connector: id, path: "nowhere/none.csv", vintage: null };
    await expect(connector.fetch(request, transport)).rejects.toThrow("nowhere/none.csv");
  });
});
