import { describe, expect, it } from "vitest";
import { createLanes, type LaneOptions } from "./lanes.ts";

const settled = (): Promise<void> => new Promise((done) => setImmediate(done));

/** Enters under a name; `told` lists the names in the order let in. */
function door(most: number) {
  const lanes = createLanes(most);
  const told: string[] = [];
  const enter = async (name: string, options: LaneOptions): Promise<() => void> => {
    const leave = await lanes.enter(options);
    told.push(name);
    return leave;
  };
  return { enter, told };
}

describe("lanes of the model threads", () => {
  it("lets few in at a time, a release's tasks before records, each in the order asked", async () => {
    const { enter, told } = door(1);
    const first = await enter("r1", { rank: "refresh" });
    const rest = [
      enter("old1", { rank: "records" }),
      enter("r2", { rank: "refresh" }),
      enter("r3", { rank: "refresh" }),
    ];
    await settled();
    expect(told).toEqual(["r1"]);
    first();
    (await rest[1]!)();
    (await rest[2]!)();
    await rest[0];
    expect(told).toEqual(["r1", "r2", "r3", "old1"]);
  });

  it("a page never waits, and takes no place from the others when it leaves", async () => {
    const { enter, told } = door(1);
    await enter("r1", { rank: "refresh" });
    const waiting = enter("r2", { rank: "refresh" });
    (await enter("page", { rank: "page" }))();
    await settled();
    expect(told).toEqual(["r1", "page"]);
    await Promise.race([waiting, settled()]);
    expect(told).toEqual(["r1", "page"]);
  });

  it("what somebody comes to wait for goes at once", async () => {
    const { enter, told } = door(1);
    const first = await enter("r1", { rank: "refresh" });
    const hurry = new AbortController();
    const hurried = enter("r2", { rank: "records", hurry: hurry.signal });
    hurry.abort();
    (await hurried)();
    expect(told).toEqual(["r1", "r2"]);
    first();
    await enter("r3", { rank: "refresh" });
    expect(told).toEqual(["r1", "r2", "r3"]);
  });

  it("only so many wait: the next is told to come again, until one of them is let in", async () => {
    const lanes = createLanes(1, 2);
    const leave = await lanes.enter({ rank: "refresh" });
    const waiting = [lanes.enter({ rank: "refresh" }), lanes.enter({ rank: "refresh" })];
    await expect(lanes.enter({ rank: "refresh" })).rejects.toMatchObject({
      code: "too-many-requests",
      words: { zh: expect.stringContaining("稍后"), en: expect.stringContaining("shortly") },
    });
    leave();
    (await waiting[0]!)();
    (await waiting[1]!)();
    (await lanes.enter({ rank: "refresh" }))();
  });

  it("one cancelled while waiting is refused, and the next takes its turn", async () => {
    const { enter, told } = door(1);
    const first = await enter("r1", { rank: "refresh" });
    const stop = new AbortController();
    const refused = enter("r2", { rank: "refresh", signal: stop.signal });
    const next = enter("r3", { rank: "refresh" });
    stop.abort();
    await expect(refused).rejects.toMatchObject({ code: "cancelled" });
    first();
    await next;
    expect(told).toEqual(["r1", "r3"]);
    await expect(enter("r4", { rank: "page", signal: stop.signal })).rejects.toMatchObject({
      code: "cancelled",
    });
  });
});
