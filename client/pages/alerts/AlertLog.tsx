import { MessageSquare } from "lucide-react";
import type { FormEvent } from "react";
import type { AlertDetail, Passport } from "../../../server/routers/views.ts";
import { useMe } from "../../api/useMe.ts";
import { Button } from "../../parts/Button.tsx";
import { Field } from "../../parts/Field.tsx";
import { alertsWords } from "../../words/alerts.ts";
import { shellWords } from "../../words/shell.ts";
import { useLang, useWords } from "../../words/useWords.ts";
import { eventText } from "./eventText.ts";
import { whenOf } from "./stepsOf.ts";
import type { AlertActions } from "./useAlertActions.ts";
import { when } from "./when.ts";

export interface AlertLogProps {
  alert: AlertDetail & Passport;
  actions: AlertActions;
  nameOf(actor: string): string;
}

/** What was done and said, newest first, and a place to add to it. */
export function AlertLog({ alert, actions, nameOf }: AlertLogProps) {
  const w = useWords(alertsWords);
  const s = useWords(shellWords);
  const lang = useLang();
  const me = useMe();
  const mayComment = !alert.lookingBack && me.user !== null && me.user.role !== "steward";
  const submit = (e: FormEvent<HTMLFormElement>) => {
    e.preventDefault();
    const form = e.currentTarget;
    const text = String(new FormData(form).get("text") ?? "").trim();
    if (text !== "") actions.comment.mutate({ id: alert.id, text }, { onSuccess: () => form.reset() });
  };
  return (
    <section aria-labelledby="alert-log" className="min-w-0">
      <h3 id="alert-log" className="flex items-center gap-1.5 font-bold">
        <MessageSquare size={15} aria-hidden="true" />
        {w.log}
      </h3>
      <ul className="num mt-1 text-[.89rem]">
        {alert.events.toReversed().map((e) => (
          <li key={e.id} className="border-b border-line py-1.5 last:border-0">
            <b>{nameOf(e.actor)}</b>{" "}
            <span className="text-[.82rem] text-ink3">{when(whenOf(e, alert), lang)}</span>{" "}
            <span className="text-ink2">{s.events[e.kind]}</span>
            {e.text !== "" && <span className="block break-words">{eventText(e, lang)}</span>}
          </li>
        ))}
      </ul>
      {mayComment && (
        <form onSubmit={submit} className="noprint mt-2 flex flex-col items-start gap-2">
          <Field
            label={w.actions.comment}
            name="text"
            multiline
            required
            maxLength={4000}
            className="w-full"
          />
          <Button type="submit" busy={actions.comment.isPending}>
            {w.actions.send}
          </Button>
        </form>
      )}
    </section>
  );
}
