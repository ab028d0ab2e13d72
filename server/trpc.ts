import { initTRPC } from "@trpc/server";
import { AppError } from "../models/errors.ts";
import { auditDetail, auditObject } from "./access/auditDetail.ts";
import { allowed } from "./access/permissions.ts";
import type { Context } from "./context.ts";
import { protocolError, spokenAnswer } from "./errors.ts";

interface Meta {
  /** The procedure writes its own audit rows: it knows more, or must not let strangers fill the table. */
  audit?: "own";
}

const t = initTRPC
  .context<Context>()
  .meta<Meta>()
  .create({
    isDev: false,
    errorFormatter({ shape, error }) {
      const { appCode, message, words } = spokenAnswer(error);
      const { code, httpStatus, path } = shape.data;
      return { code: shape.code, message, data: { code, httpStatus, path, appCode, words } };
    },
  });

/** Our errors in the protocol's codes. */
const speakErrors = t.middleware(async ({ next }) => {
  const result = await next();
  if (!result.ok && result.error.cause instanceof AppError) throw protocolError(result.error.cause);
  return result;
});

/** The one place where a role meets the table of who may call what. */
const checkAccess = t.middleware(({ ctx, path, next }) => {
  if (allowed(path, ctx.user?.role ?? null)) return next();
  if (!ctx.user) throw new AppError("not-signed-in", { zh: "请先登录", en: "Sign in first" });
  throw new AppError("forbidden", {
    zh: "您的角色没有此项权限",
    en: `The role ${ctx.user.role} may not use ${path}`,
  });
});

/**
 * Every write leaves a row before it happens, so that nothing happens unrecorded; a write that fails leaves a
 * second row that says so.
 */
const auditWrites = t.middleware(async ({ ctx, path, type, meta, getRawInput, next }) => {
  if (type !== "mutation" || meta?.audit === "own") return next();
  const input = await getRawInput();
  const entry = { actor: ctx.user?.name ?? "", object: auditObject(path, input) };
  const write = (action: string, detail: string): Promise<void> =>
    ctx.base.audit.write({ at: ctx.services.now().toISOString(), ...entry, action, detail });
  await write(path, auditDetail(input));
  const result = await next();
  if (!result.ok) await write(`${path} failed`, spokenAnswer(result.error).message);
  return result;
});

const signedIn = t.middleware(({ ctx, next }) => {
  if (!ctx.user) throw new AppError("not-signed-in", { zh: "请先登录", en: "Sign in first" });
  return next({ ctx: { user: ctx.user } });
});

export const router = t.router;
/** For procedures that the table opens to anyone; `ctx.user` may be null. */
export const openProcedure = t.procedure.use(speakErrors).use(checkAccess).use(auditWrites);
/** For everything else. */
export const procedure = openProcedure.use(signedIn);
export const createCaller = t.createCallerFactory;
