import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import type { LedgerDb } from "../../../db/ledger/ledger.ts";
import { alertStore } from "../../../db/stores/alerts.ts";
import type { AlertChange } from "../../../db/stores/contract.ts";
import { AT, codeOf, refusal } from "./support.ts";

/** Alerts, their record and looking back. Runs on the ledger that `db` hands out when a test begins. */
export function alertsSuite(db: () => LedgerDb): void {
  describe("alerts", () => {
    const opening = (region: string, openedAsOf: string): Extract<AlertChange, { kind: "open" }> => ({
      kind: "open",
      at: AT,
      text: "PPI below zero",
      alert: {
        rule: "ppi-negative",
        ruleVersion: "1",
        subject: { indicator: "ppi.yoy", region },
        severity: "watch",
        direction: "cold",
        openedAsOf,
        period: "2024-12",
        value: -2.3,
        threshold: 0,
        titleZh: "工业生产者出厂价格同比下降",
        titleEn: "Producer prices fall",
        evidence: [
          {
            condition: { zh: "当月值 ≤ 0", en: "month ≤ 0" },
            value: -2.3,
            threshold: 0,
            unit: "percent",
            met: true,
            period: "2024-12",
          },
        ],
        replayed: false,
      },
    });

    let id: number;

    it("one opens, worsens, is taken on and closes, and every step is on record", async () => {
      const store = alertStore(db());
      const [opened] = await store.apply([opening("CHN", "2025-01-09")]);
      id = opened!.id;
      expect(opened).toMatchObject({ state: "open", severity: "watch", assignee: null, closedAsOf: null });
      await store.apply([
        {
          kind: "update",
          id,
          event: "worsened",
          asOf: "2025-02-09",
          at: AT,
          actor: "system",
          text: "",
          set: { severity: "warning", period: "2025-01", value: -2.8 },
        },
        {
          kind: "update",
          id,
          event: "acknowledged",
          asOf: "2025-02-10",
          at: AT,
          actor: "leader",
          text: "",
          set: { state: "acknowledged", assignee: "analyst" },
        },
      ]);
      const [closed] = await store.apply([
        {
          kind: "update",
          id,
          event: "closed",
          asOf: "2025-04-10",
          at: AT,
          actor: "system",
          text: "above zero",
          set: { state: "closed", closedAsOf: "2025-04-10", closedBecause: "cleared" },
        },
      ]);
      expect(closed).toMatchObject({
        state: "closed",
        severity: "warning",
        assignee: "analyst",
        closedBecause: "cleared",
      });
      const found = await store.get(id);
      expect(found?.alert).toEqual(closed);
      expect(found?.events.map((e) => e.kind)).toEqual(["opened", "worsened", "acknowledged", "closed"]);
      expect(found?.alert.evidence).toEqual(opening("CHN", "").alert.evidence);
    });

    it("looking back shows an alert as it stood on that day", async () => {
      const store = alertStore(db());
      const on = async (asOf: string, more = {}) =>
        (await store.list({ asOf, limit: 10, offset: 0, ...more })).items;
      expect(await on("2025-01-08")).toEqual([]);
      expect(await on("2025-01-09")).toMatchObject([
        { id, state: "open", severity: "watch", value: -2.3, assignee: null },
      ]);
      expect(await on("2025-03-01")).toMatchObject([
        { state: "acknowledged", severity: "warning", closedAsOf: null },
      ]);
      expect(await on("2025-04-10")).toEqual([]);
      expect(await on("2025-04-10", { states: ["closed"] })).toMatchObject([
        { id, closedAsOf: "2025-04-10" },
      ]);
      expect(await on("2025-03-01", { severities: ["watch"] })).toEqual([]);
      expect(await store.get(id, "2025-01-08")).toBeNull();
      expect((await store.get(id, "2025-02-09"))?.events.map((e) => e.kind)).toEqual(["opened", "worsened"]);
    });

    it("two about the same rule and subject are never alive at once", async () => {
      const store = alertStore(db());
      await store.apply([opening("CHN", "2025-05-09")]);
      expect(await codeOf(store.apply([opening("CHN", "2025-05-10")]))).toBe("conflict");
      const reopen: AlertChange = {
        kind: "update",
        id,
        event: "reopened",
        asOf: "2025-05-10",
        at: AT,
        actor: "leader",
        text: "",
        set: { state: "open", closedAsOf: null, closedBecause: null },
      };
      expect(await codeOf(store.apply([reopen]))).toBe("conflict");
      expect(
        (
          await store.precedents(
            "ppi-negative",
            { indicator: "ppi.yoy", region: "CHN" },
            (
              await store.live()
            )[0]!.id,
          )
        ).map((a) => a.id),
      ).toEqual([id]);
    });

    it("changes are applied all or none", async () => {
      const store = alertStore(db());
      const before = await store.live();
      const unknown: AlertChange = {
        kind: "update",
        id: 999_999,
        event: "commented",
        asOf: "2025-05-10",
        at: AT,
        actor: "leader",
        text: "?",
        set: {},
      };
      expect(await codeOf(store.apply([opening("110000", "2025-05-10"), unknown]))).toBe("not-found");
      expect(await store.live()).toEqual(before);
    });

    it("a comment changes nothing but the record", async () => {
      const store = alertStore(db());
      const [before] = await store.live();
      const comment: AlertChange = {
        kind: "update",
        id: before!.id,
        event: "commented",
        asOf: "2025-05-10",
        at: AT,
        actor: "analyst",
        text: "石油价格为主因",
        set: {},
      };
      expect(await store.apply([comment])).toEqual([before]);
      expect((await store.get(before!.id))?.events.at(-1)).toMatchObject({
        kind: "commented",
        text: "石油价格为主因",
      });
    });

    it("the list is filtered, counted and ordered for an inbox", async () => {
      const store = alertStore(db());
      await store.apply([opening("110000", "2025-05-10"), opening("440000", "2025-05-11")]);
      const [worst] = await store.apply([
        {
          kind: "update",
          id: (await store.live()).find((a) => a.subject.region === "110000")!.id,
          event: "worsened",
          asOf: "2025-05-12",
          at: AT,
          actor: "system",
          text: "",
          set: { severity: "critical" },
        },
      ]);
      const all = await store.list({ limit: 2, offset: 0 });
      expect(all.total).toBe(4);
      expect(all.items.map((a) => a.subject.region)).toEqual([worst!.subject.region, "440000"]);
      expect((await store.list({ limit: 9, offset: 3 })).items).toMatchObject([{ id, state: "closed" }]);
      expect((await store.list({ indicators: [], limit: 9, offset: 0 })).total).toBe(0);
      expect(
        (
          await store.list({
            states: ["open"],
            rules: ["ppi-negative"],
            indicators: ["ppi.yoy"],
            limit: 0,
            offset: 0,
          })
        ).total,
      ).toBe(3);
    });

    it("its record is never rewritten", async () => {
      expect(await refusal(db().execute(sql`delete from alert_events where alert = ${id}`))).toContain(
        "only grows",
      );
      expect(await refusal(db().execute(sql`update alert_events set text = 'nothing happened'`))).toContain(
        "only grows",
      );
    });
  });
}
