import { z } from "zod";
import { AppError } from "../../models/errors.ts";
import { limiterOf } from "../access/limiterOf.ts";
import { hashPassword, passwordProblem, verifyPassword } from "../access/password.ts";
import { expiryFrom } from "../access/session.ts";
import type { Context } from "../context.ts";
import { openProcedure, procedure, router } from "../trpc.ts";
import type { Me } from "./views.ts";

const Name = z.string().trim().min(1).max(80);
const Password = z.string().min(1).max(1000);

const NOBODY: Me = { user: null, roles: [], mustChangePassword: false };

function me(user: NonNullable<Context["user"]>, mustChangePassword: boolean): Me {
  return { user, roles: [user.role], mustChangePassword };
}

/** Signing in and out, and one's own password. */
export const authRouter = router({
  me: openProcedure.query(
    ({ ctx }): Me => (ctx.session ? me(ctx.session.user, ctx.session.mustChangePassword) : NOBODY),
  ),

  signIn: openProcedure
    .meta({ audit: "own" })
    .input(z.object({ name: Name, password: Password }))
    .mutation(async ({ ctx, input }): Promise<Me> => {
      const limiter = limiterOf(ctx.services);
      const now = ctx.services.now();
      const record = (action: string): Promise<void> =>
        ctx.base.audit.write({
          at: now.toISOString(),
          actor: input.name,
          action,
          object: `users ${input.name}`,
          detail: JSON.stringify({ address: ctx.address }),
        });
      const { wait, first } = limiter.attempt(input.name, ctx.address, now);
      if (wait > 0) {
        if (first) await record("auth.signIn blocked");
        const minutes = Math.ceil(wait / 60);
        throw new AppError("too-many-requests", {
          zh: `登录尝试过多，请 ${minutes} 分钟后再试`,
          en: `Too many attempts to sign in; try again in ${minutes} minute${minutes === 1 ? "" : "s"}`,
        });
      }
      const found = await ctx.base.users.byName(input.name);
      const right = await verifyPassword(
        found && !found.disabled ? found.passwordHash : null,
        input.password,
      );
      if (!found || !right) {
        await record("auth.signIn failed");
        throw new AppError("not-signed-in", {
          zh: "用户名或密码不正确",
          en: "The name or the password is not right",
        });
      }
      if (!ctx.newToken) throw new Error("auth.signIn was called without a token to give out");
      limiter.succeeded(input.name, ctx.address);
      const { passwordHash: _hash, disabled: _disabled, mustChangePassword, ...user } = found;
      await record("auth.signIn");
      if (ctx.session) await ctx.base.users.closeSession(ctx.session.tokenHash);
      await ctx.base.users.openSession(user.id, ctx.newToken.hash, expiryFrom(now));
      return me(user, mustChangePassword);
    }),

  signOut: openProcedure.mutation(async ({ ctx }): Promise<Me> => {
    if (ctx.session) await ctx.base.users.closeSession(ctx.session.tokenHash);
    return NOBODY;
  }),

  changePassword: procedure
    .input(z.object({ current: Password, next: Password }))
    .mutation(async ({ ctx, input }): Promise<Me> => {
      const limiter = limiterOf(ctx.services);
      const { wait } = limiter.attempt(ctx.user.name, ctx.address, ctx.services.now());
      if (wait > 0) {
        throw new AppError("too-many-requests", {
          zh: "尝试过多，请稍后再试",
          en: "Too many attempts; try again later",
        });
      }
      const found = await ctx.base.users.byName(ctx.user.name);
      if (!(await verifyPassword(found?.passwordHash ?? null, input.current))) {
        throw new AppError("invalid-input", {
          zh: "原密码不正确",
          en: "The current password is not right",
        });
      }
      limiter.succeeded(ctx.user.name, ctx.address);
      const problem = passwordProblem(input.next, input.current, ctx.user.name);
      if (problem) throw new AppError("invalid-input", problem);
      await ctx.base.users.setPassword(ctx.user.id, await hashPassword(input.next), ctx.session?.tokenHash);
      return me(ctx.user, false);
    }),
});
