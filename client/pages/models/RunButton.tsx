import { useMutation } from "@tanstack/react-query";
import { Play } from "lucide-react";
import { messageOf } from "../../api/errors.ts";
import { useLive } from "../../api/liveEvents.ts";
import { trpc } from "../../api/trpc.ts";
import { useMe } from "../../api/useMe.ts";
import { Button } from "../../parts/Button.tsx";
import { toast } from "../../parts/Toast.tsx";
import { modelsWords } from "../../words/models.ts";
import { useLang, useWords } from "../../words/useWords.ts";

/** Runs models again, for those who may; shows how far the run is and can end it. The page is read anew when the server says it is done. */
export function RunButton({ id, indicator }: { id?: string; indicator?: string | undefined }) {
  const w = useWords(modelsWords);
  const lang = useLang();
  const { user } = useMe();
  const { runs } = useLive();
  const run = useMutation(
    trpc.models.run.mutationOptions({
      onSuccess: (answer) => toast(w.started(answer.run)),
      onError: (error) => toast(w.runFailed(messageOf(error, lang)), "failed"),
    }),
  );
  const stop = useMutation(
    trpc.models.cancel.mutationOptions({
      onSuccess: ({ cancelled }) => toast(cancelled ? w.cancelled : w.ended),
      onError: (error) => toast(w.cancelFailed(messageOf(error, lang)), "failed"),
    }),
  );
  if (user?.role !== "modeler" && user?.role !== "administrator") return null;
  const going = run.data && runs.get(run.data.run);
  const busy = run.isPending || going?.state === "running";
  return (
    <div className="noprint flex flex-wrap items-center gap-3">
      <Button
        variant="primary"
        busy={busy}
        onClick={() =>
          run.mutate({
            ...(id === undefined ? {} : { id }),
            ...(indicator === undefined ? {} : { indicator }),
          })
        }
      >
        <Play size={15} aria-hidden="true" />
        {busy ? w.running : id === undefined ? w.run : w.runOne}
      </Button>
      {going?.state === "running" && (
        <span className="flex items-center gap-2 text-[.84rem] text-ink2">
          <progress value={going.done} max={Math.max(1, going.total)} aria-label={going.title[lang]} />
          <span className="num">
            {going.title[lang]} {going.done}/{going.total}
          </span>
          <Button variant="quiet" busy={stop.isPending} onClick={() => stop.mutate({ run: going.run })}>
            {w.cancel}
          </Button>
        </span>
      )}
    </div>
  );
}
