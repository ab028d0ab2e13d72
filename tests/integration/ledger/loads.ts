import { describe, expect, it } from "vitest";
import type { LedgerDb } from "../../../db/ledger/ledger.ts";
import type { RefusedRow } from "../../../db/stores/contract.ts";
import { loadStore } from "../../../db/stores/loads.ts";
import { releaseStore } from "../../../db/stores/releases.ts";
import type { AppError } from "../../../models/errors.ts";
import { AT, codeOf, LATER, refusal } from "./support.ts";

/** Loads from opening to receipt, and release events. Runs on the ledger that `db` hands out when a test begins. */
export function loadsSuite(db: () => LedgerDb): void {
  describe("loads", () => {
    const document = (hash: string) => ({
      connector: "tidy",
      document: "cpi.csv",
      hash,
      startedAt: AT,
      startedBy: "steward",
      simulated: false,
    });
    const counts = { read: 3, accepted: 1, unchanged: 0, rejected: 1, quarantined: 1 };
    const refused: RefusedRow[] = [
      {
        kind: "quarantined",
        line: 4,
        column: "value",
        found: "13.5",
        needed: "what the level says",
        rule: "growth-against-level",
        observation: '{"value":13.5}',
      },
      {
        kind: "rejected",
        line: 2,
        column: "value",
        found: "１２\u0000.3'; drop table loads; --",
        needed: "a number",
        rule: "number",
        observation: null,
      },
    ];

    it("a load is open until it is committed, then has its receipt, refused rows and release events", async () => {
      const store = loadStore(db());
      const before = Number(await store.dataVersion());
      const id = await store.begin(document("h1"));
      expect((await store.interrupted()).map((l) => l.id)).toEqual([id]);
      expect(await store.committedByHash("h1")).toBeNull();
      const receipt = await store.commit(id, {
        ...counts,
        finishedAt: LATER,
        message: null,
        refused,
        releases: [
          {
            indicator: "cpi.yoy",
            region: "CHN",
            period: "2025-03",
            releaseDate: "2025-04-10",
            basis: "release-record",
            actual: -0.1,
            consensus: 0,
            previous: -0.7,
          },
        ],
      });
      expect(receipt).toMatchObject({
        id,
        state: "committed",
        ...counts,
        startedAt: AT,
        finishedAt: LATER,
      });
      expect(await store.interrupted()).toEqual([]);
      expect(await store.committedByHash("h1")).toEqual(receipt);
      expect(Number(await store.dataVersion())).toBe(before + 1);
      const found = await store.get(id);
      expect(found?.receipt).toEqual(receipt);
      expect(found?.refused.map((r) => r.line)).toEqual([2, 4]);
      expect(found?.refused[0]?.found).toBe("１２␀.3'; drop table loads; --");
      const events = await releaseStore(db()).list({ from: "2025-04-10", to: "2025-04-10" });
      expect(events).toMatchObject([{ indicator: "cpi.yoy", actual: -0.1, consensus: 0, load: id }]);
    });

    it("a document loaded before is refused, naming the load", async () => {
      const store = loadStore(db());
      await expect(store.begin(document("h1"))).rejects.toThrow(/loaded before: load \d+, “cpi.csv”/);
      expect(await codeOf(store.begin(document("h1")))).toBe("conflict");
    });

    it("a document on its way is refused a second time; of two at once one goes on", async () => {
      const store = loadStore(db());
      const both = await Promise.allSettled([store.begin(document("h2")), store.begin(document("h2"))]);
      expect(both.filter((r) => r.status === "fulfilled")).toHaveLength(1);
      const loser = both.find((r) => r.status === "rejected");
      expect((loser!.reason as AppError).message).toContain("being loaded now");
    });

    it("a failed load says why and lets the document come again", async () => {
      const store = loadStore(db());
      const open = (await store.interrupted())[0]!;
      const failed = await store.fail(open.id, "line 7: the file ends in the middle of a row", LATER);
      expect(failed).toMatchObject({
        state: "failed",
        message: "line 7: the file ends in the middle of a row",
      });
      const again = await store.begin(document("h2"));
      await store.rolledBack(again, "interrupted; its rows were removed", LATER);
      expect((await store.list(2)).map((l) => l.state)).toEqual(["rolled-back", "failed"]);
    });

    it("a load that has ended cannot end another way", async () => {
      const store = loadStore(db());
      const done = await store.committedByHash("h1");
      expect(await codeOf(store.fail(done!.id, "too late", LATER))).toBe("conflict");
      expect(
        await codeOf(store.commit(done!.id, { ...counts, finishedAt: LATER, message: null, refused: [] })),
      ).toBe("conflict");
      expect(await codeOf(store.rolledBack(999_999, "nothing there", LATER))).toBe("not-found");
    });

    it("a commit that fails half-way leaves the load open and nothing of it behind", async () => {
      const store = loadStore(db());
      const id = await store.begin(document("h3"));
      const wrong = [{ ...refused[0]!, kind: "doubtful" as RefusedRow["kind"] }];
      const commit = store.commit(id, { ...counts, finishedAt: LATER, message: null, refused: wrong });
      expect(await refusal(commit)).toContain("load_refusals_kind");
      expect((await store.get(id))?.receipt).toMatchObject({ state: "loading", accepted: 0 });
      await store.rolledBack(id, "interrupted", LATER);
    });

    it("ten thousand refused rows are kept", async () => {
      const store = loadStore(db());
      const id = await store.begin(document("h4"));
      const many = Array.from({ length: 10_000 }, (_, i) => ({ ...refused[1]!, line: i + 2 }));
      await store.commit(id, { ...counts, finishedAt: LATER, message: null, refused: many });
      expect((await store.get(id))?.refused.at(-1)?.line).toBe(10_001);
    });
  });

  describe("release events", () => {
    it("are recorded once; a later record fills in what the first did not know", async () => {
      const store = releaseStore(db());
      const event = {
        indicator: "ppi.yoy",
        region: "CHN",
        period: "2025-03",
        releaseDate: "2025-04-10",
        basis: "release-record" as const,
        previous: null,
        load: null,
      };
      await store.save([{ ...event, actual: null, consensus: -2.3 }], AT);
      await store.save([{ ...event, actual: -2.5, consensus: null }], LATER);
      const found = await store.list({ from: "2025-04-01", to: "2025-04-30", indicators: ["ppi.yoy"] });
      expect(found).toEqual([{ ...event, actual: -2.5, consensus: -2.3 }]);
    });
  });
}
