import { useMutation } from "@tanstack/react-query";
import { messageOf } from "../../api/errors.ts";
import { trpc } from "../../api/trpc.ts";
import { toast } from "../../parts/Toast.tsx";
import { runsWords } from "../../words/runs.ts";
import { useLang, useWords } from "../../words/useWords.ts";

/** Ends a run that is under way; the server's event takes it off the list. */
export function useCancel() {
  const w = useWords(runsWords);
  const lang = useLang();
  return useMutation(
    trpc.jobs.cancel.mutationOptions({
      onSuccess: () => toast(w.cancelled),
      onError: (error) => toast(w.cancelFailed(messageOf(error, lang)), "failed"),
    }),
  );
}
