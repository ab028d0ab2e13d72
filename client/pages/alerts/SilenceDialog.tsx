import { type FormEvent, useState } from "react";
import { addDays, type IsoDate, parseIsoDate } from "../../../models/series/date.ts";
import { formatDate } from "../../format/formatDate.ts";
import { Button } from "../../parts/Button.tsx";
import { Dialog } from "../../parts/Dialog.tsx";
import { Field } from "../../parts/Field.tsx";
import { alertsWords } from "../../words/alerts.ts";
import { partsWords } from "../../words/parts.ts";
import { useLang, useWords } from "../../words/useWords.ts";

const USUAL_DAYS = 30;
const LONGEST_DAYS = 365;

export interface SilenceDialogProps {
  /** The newest day of the base, from which a silence counts. */
  today: IsoDate;
  busy: boolean;
  onClose(): void;
  onConfirm(until: IsoDate, reason: string): void;
}

/** A silence has an end: an alert is never put away for good. */
export function SilenceDialog({ today, busy, onClose, onConfirm }: SilenceDialogProps) {
  const w = useWords(alertsWords).silencing;
  const p = useWords(partsWords);
  const lang = useLang();
  const [wrong, setWrong] = useState(false);
  const first = addDays(today, 1);
  const last = addDays(today, LONGEST_DAYS);
  const submit = (e: FormEvent<HTMLFormElement>) => {
    e.preventDefault();
    const form = new FormData(e.currentTarget);
    const until = String(form.get("until") ?? "");
    const fits = parseIsoDate(until) !== null && until >= first && until <= last;
    setWrong(!fits);
    if (fits) onConfirm(until, String(form.get("reason") ?? "").trim());
  };
  return (
    <Dialog open onClose={onClose} title={w.title}>
      <form onSubmit={submit} noValidate className="flex flex-col gap-3">
        <p className="text-[.9rem] text-ink2">{w.explain}</p>
        <Field
          label={w.until}
          name="until"
          type="date"
          min={first}
          max={last}
          defaultValue={addDays(today, USUAL_DAYS)}
          required
          error={wrong ? w.need(formatDate(first, lang), formatDate(last, lang)) : null}
        />
        <Field label={w.reason} name="reason" multiline maxLength={4000} />
        <div className="flex gap-2">
          <Button type="submit" variant="primary" busy={busy}>
            {w.confirm}
          </Button>
          <Button onClick={onClose}>{p.cancel}</Button>
        </div>
      </form>
    </Dialog>
  );
}
