import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import cookie from "@fastify/cookie";
import { type CreateFastifyContextOptions, fastifyTRPCPlugin } from "@trpc/server/adapters/fastify";
import Fastify, { type FastifyInstance, type LightMyRequestResponse } from "fastify";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import type { Ledger } from "../../db/ledger/ledger.ts";
import { openLedger } from "../../db/ledger/openLedger.ts";
import { auditStore } from "../../db/stores/audit.ts";
import { type Base, ROLES, type UserStore } from "../../db/stores/contract.ts";
import { userStore } from "../../db/stores/users.ts";
import { AppError } from "../../models/errors.ts";
import { createFirstAccounts, FILE, type FirstAccount } from "../../server/access/firstAccounts.ts";
import { allowed } from "../../server/access/permissions.ts";
import { COOKIE, SESSION_MS } from "../../server/access/session.ts";
import { hashToken } from "../../server/access/token.ts";
import { createContext } from "../../server/context.ts";
import { authRouter } from "../../server/routers/auth.ts";
import type { Services } from "../../server/services.ts";
import { procedure, router } from "../../server/trpc.ts";

/** The real access path, with procedures under listed names that answer at once, so that only access is tested. */
const reached = procedure.query(({ ctx }) => ctx.user.role);
const testRouter = router({
  auth: authRouter,
  alerts: router({
    comment: procedure.input(z.object({ id: z.number(), text: z.string() })).mutation(({ input }) => {
      if (input.id === 404) throw new AppError("not-found", "no alert 404");
      return "kept";
    }),
  }),
  models: router({ list: reached, get: reached }),
  sources: router({ overview: reached }),
  series: router({
    view: procedure.query(() => {
      throw new Error("Failed query: select secret from observations");
    }),
    unlisted: reached,
  }),
});

let ledger: Ledger;
let dataDir: string;
let users: UserStore;
let accounts: FirstAccount[];
let app: FastifyInstance;
let clock = Date.UTC(2025, 3, 10, 1, 0, 0);

const passwordOf = (name: string): string => accounts.find((a) => a.name === name)!.password;

async function serve(): Promise<FastifyInstance> {
  const base = { users, audit: auditStore(ledger.db) } as Base;
  const services = { base, now: () => new Date(clock) } as Services;
  const server = Fastify({ trustProxy: true });
  await server.register(cookie);
  await server.register(fastifyTRPCPlugin, {
    prefix: "/api/trpc",
    trpcOptions: {
      router: testRouter,
      createContext: ({ req, res }: CreateFastifyContextOptions) => createContext({ services, req, res }),
    },
  });
  return server;
}

interface Call {
  input?: unknown;
  token?: string | undefined;
  headers?: Record<string, string>;
}

const cookieHeader = (token: string | undefined): Record<string, string> =>
  token === undefined ? {} : { cookie: `${COOKIE}=${token}` };
const post = (path: string, { input, token, headers }: Call = {}): Promise<LightMyRequestResponse> =>
  app.inject({
    method: "POST",
    url: `/api/trpc/${path}`,
    headers: { "content-type": "application/json", ...cookieHeader(token), ...headers },
    payload: JSON.stringify(input ?? {}),
  });
const get = (path: string, token?: string): Promise<LightMyRequestResponse> =>
  app.inject({ method: "GET", url: `/api/trpc/${path}`, headers: cookieHeader(token) });

const cookieOf = (answer: LightMyRequestResponse) => answer.cookies.find((c) => c.name === COOKIE);
const errorOf = (answer: LightMyRequestResponse) =>
  answer.json().error as { message: string; data: { appCode: string; words: { zh: string } } };

async function signIn(name: string): Promise<string> {
  const answer = await post("auth.signIn", { input: { name, password: passwordOf(name) } });
  expect(answer.statusCode).toBe(200);
  return cookieOf(answer)!.value;
}

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), "guanlan-access-"));
  ledger = await openLedger({ dataDir });
  users = userStore(ledger.db);
  accounts = await createFirstAccounts(users, dataDir);
});
afterAll(async () => {
  await ledger.close();
  rmSync(dataDir, { recursive: true, force: true });
});
beforeEach(async () => {
  clock += SESSION_MS;
  app = await serve();
});

describe("the first start", () => {
  it("makes an administrator and one account for each role, once", async () => {
    expect(accounts.map((a) => a.role).sort()).toEqual([...ROLES].sort());
    expect(new Set(accounts.map((a) => a.password)).size).toBe(5);
    expect(await createFirstAccounts(users, dataDir)).toEqual([]);
  });

  it("keeps the passwords in a file that only its owner reads", () => {
    const path = join(dataDir, FILE);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    const text = readFileSync(path, "utf8");
    for (const a of accounts) expect(text).toContain(a.password);
  });

  it("gives each role its grades", async () => {
    const grades = Object.fromEntries((await users.list()).map((u) => [u.role, u.grades.length]));
    expect(grades).toEqual({ administrator: 4, leader: 4, analyst: 3, modeler: 3, steward: 2 });
  });
});

describe("signing in", () => {
  it("sets a cookie that scripts and other sites cannot use, and says who one is", async () => {
    const answer = await post("auth.signIn", { input: { name: "leader", password: passwordOf("leader") } });
    expect(cookieOf(answer)).toMatchObject({ httpOnly: true, sameSite: "Strict", path: "/", maxAge: 43_200 });
    expect(cookieOf(answer)?.secure).toBeUndefined();
    expect(answer.json().result.data).toMatchObject({
      user: { name: "leader" },
      roles: ["leader"],
      mustChangePassword: true,
    });
    expect(answer.body).not.toContain("argon2");
    const me = await get("auth.me", cookieOf(answer)!.value);
    expect(me.json().result.data.user.role).toBe("leader");
  });

  it("marks the cookie Secure behind a proxy that ends TLS", async () => {
    const answer = await post("auth.signIn", {
      input: { name: "leader", password: passwordOf("leader") },
      headers: { "x-forwarded-proto": "https" },
    });
    expect(cookieOf(answer)?.secure).toBe(true);
  });

  it("works when answers stream, in a batch with other calls", async () => {
    const answer = await app.inject({
      method: "POST",
      url: "/api/trpc/auth.signIn?batch=1",
      headers: { "content-type": "application/json", "trpc-accept": "application/jsonl" },
      payload: JSON.stringify({ 0: { name: "analyst", password: passwordOf("analyst") } }),
    });
    const me = await get("auth.me", cookieOf(answer)!.value);
    expect(me.json().result.data.user.name).toBe("analyst");
  });

  it("keeps only the hash of the token", async () => {
    const token = await signIn("leader");
    expect(await users.session(token, new Date(clock).toISOString())).toBeNull();
    expect(await users.session(hashToken(token), new Date(clock).toISOString())).not.toBeNull();
  });

  it("refuses a wrong password and an unknown name in the same words, and the cookie it sent opens nothing", async () => {
    const wrong = await post("auth.signIn", { input: { name: "leader", password: "wrong" } });
    const unknown = await post("auth.signIn", { input: { name: "nobody", password: "wrong" } });
    expect([wrong.statusCode, unknown.statusCode]).toEqual([401, 401]);
    expect(errorOf(wrong)).toMatchObject({ data: { words: { zh: "用户名或密码不正确" } } });
    expect(errorOf(unknown).message).toBe(errorOf(wrong).message);
    expect((await get("auth.me", cookieOf(wrong)!.value)).json().result.data.user).toBeNull();
  });

  it("makes a name wait after ten attempts, also with the right password, and says how long", async () => {
    for (let i = 0; i < 10; i += 1)
      await post("auth.signIn", { input: { name: "steward", password: "wrong" } });
    const refused = await post("auth.signIn", {
      input: { name: "steward", password: passwordOf("steward") },
    });
    expect(refused.statusCode).toBe(429);
    expect(errorOf(refused).data.words.zh).toBe("登录尝试过多，请 15 分钟后再试");
    clock += 15 * 60_000;
    await signIn("steward");
  });

  it("replaces the session one had", async () => {
    const first = await signIn("leader");
    const answer = await post("auth.signIn", {
      input: { name: "leader", password: passwordOf("leader") },
      token: first,
    });
    expect(cookieOf(answer)!.value).not.toBe(first);
    expect((await get("auth.me", first)).json().result.data.user).toBeNull();
  });
});

describe("a session", () => {
  it("ends twelve hours after the last visit, not after the first", async () => {
    const token = await signIn("leader");
    clock += 8 * 3_600_000;
    const visit = await get("auth.me", token);
    expect(cookieOf(visit)?.maxAge).toBe(43_200);
    clock += 8 * 3_600_000;
    expect((await get("auth.me", token)).json().result.data.user).not.toBeNull();
    clock += SESSION_MS;
    expect((await get("auth.me", token)).json().result.data.user).toBeNull();
  });

  it("ends with signing out, on the server and in the browser", async () => {
    const token = await signIn("leader");
    const out = await post("auth.signOut", { token });
    expect(cookieOf(out)?.value).toBe("");
    expect((await get("models.list", token)).statusCode).toBe(401);
  });

  it("of others ends with a new password; one's own goes on", async () => {
    const [elsewhere, here] = [await signIn("modeler"), await signIn("modeler")];
    const next = "潮平两岸阔，风正一帆悬";
    const wrong = await post("auth.changePassword", { token: here, input: { current: "wrong", next } });
    expect(errorOf(wrong).data).toMatchObject({ appCode: "invalid-input", words: { zh: "原密码不正确" } });
    const weak = await post("auth.changePassword", {
      token: here,
      input: { current: passwordOf("modeler"), next: "short" },
    });
    expect(errorOf(weak).data.words.zh).toContain("至少需要 10 个字符");
    const done = await post("auth.changePassword", {
      token: here,
      input: { current: passwordOf("modeler"), next },
    });
    expect(done.json().result.data.mustChangePassword).toBe(false);
    expect((await get("auth.me", elsewhere)).json().result.data.user).toBeNull();
    expect((await get("auth.me", here)).json().result.data.user.name).toBe("modeler");
    accounts.find((a) => a.name === "modeler")!.password = next;
  });

  it("with a forged or foreign cookie is nobody's", async () => {
    for (const token of ["x", "a".repeat(43), "' or 1=1 --", "%00"]) {
      expect((await get("models.list", token)).statusCode).toBe(401);
    }
  });
});

describe("roles", () => {
  it.each(ROLES)("%s gets exactly what the table says", async (role) => {
    const token = await signIn(accounts.find((a) => a.role === role)!.name);
    for (const path of ["models.list", "models.get", "sources.overview", "series.unlisted"]) {
      const answer = await get(path, token);
      expect([path, answer.statusCode]).toEqual([path, allowed(path, role) ? 200 : 403]);
    }
  });

  it("a refusal is in the reader's words and leaves out everything else", async () => {
    const answer = await get("models.get", await signIn("leader"));
    expect(errorOf(answer).data).toEqual({
      code: "FORBIDDEN",
      httpStatus: 403,
      path: "models.get",
      appCode: "forbidden",
      words: { zh: "您的角色没有此项权限", en: "The role leader may not use models.get" },
    });
  });

  it("an error nobody foresaw shows neither its query nor its stack", async () => {
    const answer = await get("series.view", await signIn("leader"));
    expect(answer.statusCode).toBe(500);
    expect(answer.body).not.toMatch(/select|secret|\.ts|node_modules|stack/);
    expect(errorOf(answer).data.words.zh).toContain("详情已记入日志");
  });
});

describe("the audit", () => {
  const last = async (n: number) => (await auditStore(ledger.db).list({ limit: n })).reverse();

  it("has a row for every write, with who, what and on what", async () => {
    const token = await signIn("leader");
    await post("alerts.comment", { token, input: { id: 7, text: "请核实" } });
    expect(await last(2)).toMatchObject([
      { actor: "leader", action: "auth.signIn", object: "users leader" },
      {
        actor: "leader",
        action: "alerts.comment",
        object: "alerts 7",
        detail: '{"id":7,"text":"请核实"}',
        at: new Date(clock).toISOString(),
      },
    ]);
  });

  it("says which write failed and why", async () => {
    await post("alerts.comment", { token: await signIn("leader"), input: { id: 404, text: "?" } });
    expect(await last(2)).toMatchObject([
      { action: "alerts.comment", object: "alerts 404" },
      { action: "alerts.comment failed", object: "alerts 404", detail: "no alert 404" },
    ]);
  });

  it("has failed sign-ins and the start of a wait, but no stranger can fill it", async () => {
    for (let i = 0; i < 25; i += 1)
      await post("auth.signIn", { input: { name: "Intruder", password: "guess" } });
    const rows = (await auditStore(ledger.db).list({ object: "users Intruder", limit: 100 })).map(
      (r) => r.action,
    );
    expect(rows.filter((a) => a === "auth.signIn failed")).toHaveLength(10);
    expect(rows.filter((a) => a === "auth.signIn blocked")).toHaveLength(1);
  });

  it("holds no password", async () => {
    const everything = JSON.stringify(await auditStore(ledger.db).list({ limit: 1000 }));
    for (const secret of [...accounts.map((a) => a.password), "guess", "wrong"])
      expect(everything).not.toContain(secret);
  });
});
