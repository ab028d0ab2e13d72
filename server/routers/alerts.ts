import { z } from "zod";
import { AppError } from "../../models/errors.ts";
import { addDays } from "../../models/series/date.ts";
import {
  ALERT_STATES,
  type AlertChange,
  type AlertEvent,
  type AlertState,
} from "../../models/warning/alert.ts";
import { SEVERITIES } from "../../models/warning/contract.ts";
import { mayMove } from "../../models/warning/mayMove.ts";
import type { Context } from "../context.ts";
import { procedure, router } from "../trpc.ts";
import { alertDetail } from "../views/alerts/alertDetail.ts";
import { alertList } from "../views/alerts/alertList.ts";
import { mayReadAlert } from "../views/alerts/mayReadAlert.ts";
import { passportOf } from "../views/passport.ts";
import { AsOf, RowId } from "./common.ts";

const Text = z.string().trim().max(4000);
/** A silence ends by itself; longer than this it would be a deletion. */
const LONGEST_SILENCE_DAYS = 366;

const EVENT_OF: Readonly<Record<AlertState, AlertEvent["kind"]>> = {
  open: "reopened",
  acknowledged: "acknowledged",
  "in-work": "in-work",
  closed: "closed",
  silenced: "silenced",
};

type SignedIn = Context & { user: NonNullable<Context["user"]> };

/** The alert as it stands, for who may read it. */
async function alertFor(ctx: SignedIn, id: number) {
  const found = await ctx.services.base.alerts.get(id);
  if (!found || !mayReadAlert(ctx.user, found.alert)) throw new AppError("not-found", `no alert ${id}`);
  return found.alert;
}

async function change(
  ctx: SignedIn,
  id: number,
  event: AlertEvent["kind"],
  text: string,
  set: Extract<AlertChange, { kind: "update" }>["set"],
) {
  const { services: s, user } = ctx;
  const { asOf } = passportOf(s.edition, undefined);
  const at = s.now().toISOString();
  const [alert] = await s.base.alerts.apply([
    { kind: "update", id, event, asOf, at, actor: user.name, text, set },
  ]);
  s.edition.touch();
  s.events.publish({
    kind: "alert",
    rule: alert!.rule,
    indicator: alert!.subject.indicator,
    region: alert!.subject.region,
    alert: id,
    event,
    title: { zh: alert!.titleZh, en: alert!.titleEn },
    severity: alert!.severity,
  });
  return alertDetail(s, user, id, undefined);
}

export const alertsRouter = router({
  list: procedure
    .input(
      z.object({
        asOf: AsOf,
        states: z.array(z.enum(ALERT_STATES)).max(ALERT_STATES.length).optional(),
        severities: z.array(z.enum(SEVERITIES)).max(SEVERITIES.length).optional(),
        kinds: z.array(z.string().max(40)).max(20).optional(),
        mine: z.boolean().optional(),
        q: z.string().max(200).optional(),
        cursor: z.number().int().min(0).optional(),
        limit: z.number().int().min(1).max(500).optional(),
      }),
    )
    .query(({ ctx, input }) => alertList(ctx.services, ctx.user, input)),

  get: procedure
    .input(z.object({ id: RowId, asOf: AsOf }))
    .query(({ ctx, input }) => alertDetail(ctx.services, ctx.user, input.id, input.asOf)),

  transition: procedure
    .input(z.object({ id: RowId, to: z.enum(ALERT_STATES), text: Text.optional(), silencedUntil: AsOf }))
    .mutation(async ({ ctx, input }) => {
      const alert = await alertFor(ctx, input.id);
      if (!mayMove(alert.state, input.to, ctx.user.role)) {
        throw new AppError(
          "conflict",
          `alert ${input.id} is ${alert.state}; ${ctx.user.role} may not make it ${input.to}`,
        );
      }
      const { asOf } = passportOf(ctx.services.edition, undefined);
      if (input.to === "closed" && !input.text)
        throw new AppError("invalid-input", "closing an alert needs a reason 销号须填写理由");
      if (
        input.to === "silenced" &&
        !(
          input.silencedUntil &&
          input.silencedUntil > asOf &&
          input.silencedUntil <= addDays(asOf, LONGEST_SILENCE_DAYS)
        )
      ) {
        throw new AppError("invalid-input", `a silence needs an end after ${asOf} and within a year`);
      }
      return change(ctx, input.id, EVENT_OF[input.to], input.text ?? "", {
        state: input.to,
        silencedUntil: input.to === "silenced" ? input.silencedUntil! : null,
        // The first to take an open alert on owns it until it is assigned.
        ...(alert.assignee === null && input.to !== "silenced" && { assignee: ctx.user.name }),
        ...(input.to === "closed" && { closedAsOf: asOf, closedBecause: "person" as const }),
        ...(alert.state === "closed" && { closedAsOf: null, closedBecause: null }),
      });
    }),

  comment: procedure.input(z.object({ id: RowId, text: Text.min(1) })).mutation(async ({ ctx, input }) => {
    await alertFor(ctx, input.id);
    return change(ctx, input.id, "commented", input.text, {});
  }),

  assign: procedure
    .input(z.object({ id: RowId, assignee: z.string().max(80).nullable() }))
    .mutation(async ({ ctx, input }) => {
      await alertFor(ctx, input.id);
      const people = await ctx.services.base.users.list();
      const person = people.find((p) => p.name === input.assignee);
      if (input.assignee !== null && !person) throw new AppError("not-found", `no user "${input.assignee}"`);
      return change(ctx, input.id, "assigned", person ? person.displayName : "", {
        assignee: input.assignee,
      });
    }),

  people: procedure.query(async ({ ctx }) => {
    const people = await ctx.services.base.users.list();
    return people.map(({ name, displayName, role }) => ({ name, displayName, role }));
  }),
});
