import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { messageOf } from "../../api/errors.ts";
import { queryClient } from "../../api/queryClient.ts";
import { trpc } from "../../api/trpc.ts";
import { Button } from "../../parts/Button.tsx";
import { Dialog } from "../../parts/Dialog.tsx";
import { Field } from "../../parts/Field.tsx";
import { toast } from "../../parts/Toast.tsx";
import { partsWords } from "../../words/parts.ts";
import { shellWords } from "../../words/shell.ts";
import { useLang, useWords } from "../../words/useWords.ts";

const MIN_LENGTH = 12;

export function PasswordDialog({ onClose }: { onClose(): void }) {
  const w = useWords(shellWords).password;
  const p = useWords(partsWords);
  const lang = useLang();
  const [wrong, setWrong] = useState<{ next?: string; again?: string }>({});
  const save = useMutation(
    trpc.auth.changePassword.mutationOptions({
      onSuccess: (me) => {
        queryClient.setQueryData(trpc.auth.me.queryKey(), me);
        toast(w.saved);
        onClose();
      },
    }),
  );
  const submit = (e: FormEvent<HTMLFormElement>) => {
    e.preventDefault();
    const form = new FormData(e.currentTarget);
    const [current, next, again] = ["current", "next", "again"].map((k) => String(form.get(k) ?? ""));
    if (current === undefined || next === undefined) return;
    const found = {
      ...(next.length < MIN_LENGTH ? { next: w.short } : {}),
      ...(next === again ? {} : { again: w.differs }),
    };
    setWrong(found);
    if (Object.keys(found).length === 0) save.mutate({ current, next });
  };
  return (
    <Dialog open onClose={onClose} title={w.title}>
      <form onSubmit={submit} className="flex flex-col gap-3">
        <Field label={w.current} name="current" type="password" autoComplete="current-password" required />
        <Field
          label={w.next}
          name="next"
          type="password"
          autoComplete="new-password"
          required
          error={wrong.next ?? null}
        />
        <Field
          label={w.again}
          name="again"
          type="password"
          autoComplete="new-password"
          required
          error={wrong.again ?? null}
        />
        {save.isError && (
          <p role="alert" className="text-[.9rem] font-semibold text-danger">
            {messageOf(save.error, lang)}
          </p>
        )}
        <div className="flex gap-2">
          <Button type="submit" variant="primary" busy={save.isPending}>
            {w.save}
          </Button>
          <Button onClick={onClose}>{p.cancel}</Button>
        </div>
      </form>
    </Dialog>
  );
}
