import { type FormEvent, useState } from "react";
import { Button } from "../../parts/Button.tsx";
import { Dialog } from "../../parts/Dialog.tsx";
import { Field } from "../../parts/Field.tsx";
import { alertsWords } from "../../words/alerts.ts";
import { partsWords } from "../../words/parts.ts";
import { useWords } from "../../words/useWords.ts";

export interface CloseDialogProps {
  busy: boolean;
  onClose(): void;
  onConfirm(reason: string): void;
}

/** An alert is not closed without a reason: the next reader of its record needs it. */
export function CloseDialog({ busy, onClose, onConfirm }: CloseDialogProps) {
  const w = useWords(alertsWords).closing;
  const p = useWords(partsWords);
  const [missing, setMissing] = useState(false);
  const submit = (e: FormEvent<HTMLFormElement>) => {
    e.preventDefault();
    const reason = String(new FormData(e.currentTarget).get("reason") ?? "").trim();
    setMissing(reason === "");
    if (reason !== "") onConfirm(reason);
  };
  return (
    <Dialog open onClose={onClose} title={w.title}>
      <form onSubmit={submit} noValidate className="flex flex-col gap-3">
        <Field
          label={w.reason}
          name="reason"
          multiline
          required
          maxLength={4000}
          error={missing ? w.need : null}
        />
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
