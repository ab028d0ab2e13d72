import { useMutation } from "@tanstack/react-query";
import type { inferRouterOutputs } from "@trpc/server";
import { useMemo } from "react";
import type { AppRouter } from "../../../server/routers/app.ts";
import { messageOf } from "../../api/errors.ts";
import { queryClient } from "../../api/queryClient.ts";
import { trpc } from "../../api/trpc.ts";
import { toast } from "../../parts/Toast.tsx";
import { alertsWords } from "../../words/alerts.ts";
import { useLang, useWords } from "../../words/useWords.ts";

type Answer = inferRouterOutputs<AppRouter>["alerts"]["get"];

/** What people do with an alert. The answer is the alert as it now stands; lists and cockpit ask again. */
export function useAlertActions(asOf: { asOf?: string }) {
  const w = useWords(alertsWords);
  const lang = useLang();
  const settled = (alert: Answer, said: string) => {
    toast(said);
    queryClient.setQueryData(trpc.alerts.get.queryKey({ ...asOf, id: alert.id }), alert);
    void queryClient.invalidateQueries(trpc.alerts.list.pathFilter());
    void queryClient.invalidateQueries(trpc.cockpit.summary.pathFilter());
  };
  const failed = (error: unknown) => toast(messageOf(error, lang), "failed");
  const transition = useMutation(
    trpc.alerts.transition.mutationOptions({
      onSuccess: (alert, { to }) => settled(alert, w.done[to]),
      onError: failed,
    }),
  );
  const comment = useMutation(
    trpc.alerts.comment.mutationOptions({
      onSuccess: (alert) => settled(alert, w.done.commented),
      onError: failed,
    }),
  );
  const assign = useMutation(
    trpc.alerts.assign.mutationOptions({
      onSuccess: (alert) => settled(alert, w.done.assigned),
      onError: failed,
    }),
  );
  return useMemo(() => ({ transition, comment, assign }), [transition, comment, assign]);
}

export type AlertActions = ReturnType<typeof useAlertActions>;
