import { expect, it } from "vitest";
import { signIn } from "../support/signIn.ts";
import { withServer } from "./server.ts";

const server = withServer();
const COCKPIT = `/api/trpc/cockpit.summary?input=${encodeURIComponent(JSON.stringify({ preset: "nbs-10" }))}`;

const cookieOf = (role: string): Promise<string> => signIn(server.url, server.accounts[role]!);

const ask = (cookie: string, etag?: string): Promise<Response> =>
  fetch(server.url + COCKPIT, { headers: { cookie, ...(etag && { "if-none-match": etag }) } });

it("answers an unchanged page with 304 until something it shows has changed", async () => {
  const cookie = await cookieOf("leader");
  const first = await ask(cookie);
  const etag = first.headers.get("etag")!;
  const { alerts } = (
    (await first.json()) as { result: { data: { alerts: { id: number; state: string }[] } } }
  ).result.data;
  const second = await ask(cookie);
  expect(await second.json()).toMatchObject({ result: { data: { alerts } } });
  expect((await ask(cookie, etag)).status).toBe(304);

  const moved = await fetch(`${server.url}/api/trpc/alerts.transition`, {
    method: "POST",
    headers: { "content-type": "application/json", cookie },
    body: JSON.stringify({ id: alerts[0]!.id, to: "acknowledged" }),
  });
  expect(moved.status).toBe(200);
  const after = await ask(cookie, etag);
  expect(after.status).toBe(200);
  const body = (await after.json()) as { result: { data: { alerts: { id: number; state: string }[] } } };
  expect(body.result.data.alerts.find((a) => a.id === alerts[0]!.id)?.state).toBe("acknowledged");
});

it("gives a kept answer to nobody who has not signed in, and says so in both languages", async () => {
  await ask(await cookieOf("leader"));
  const stranger = await fetch(server.url + COCKPIT);
  expect(stranger.status).toBe(401);
  expect(await stranger.text()).toContain("请先登录");
});

it("refuses writes from another site's page", async () => {
  const cookie = await cookieOf("analyst");
  const forged = await fetch(`${server.url}/api/trpc/alerts.comment`, {
    method: "POST",
    headers: { "content-type": "application/json", cookie, origin: "http://elsewhere.example" },
    body: JSON.stringify({ id: 1, text: "x" }),
  });
  expect(forged.status).toBe(403);
});
