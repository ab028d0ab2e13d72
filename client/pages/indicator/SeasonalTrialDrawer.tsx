import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import type { SeasonalView } from "../../../server/routers/views.ts";
import { TAKE_BACK, trpc } from "../../api/trpc.ts";
import { useAsOf } from "../../api/useAsOf.ts";
import { Button } from "../../parts/Button.tsx";
import { Drawer } from "../../parts/Drawer.tsx";
import { ErrorState } from "../../parts/ErrorState.tsx";
import { Field } from "../../parts/Field.tsx";
import { Segmented } from "../../parts/Segmented.tsx";
import { Select } from "../../parts/Select.tsx";
import { Skeleton } from "../../parts/Skeleton.tsx";
import { seasonalWords } from "../../words/seasonal.ts";
import { useWords } from "../../words/useWords.ts";
import { SeasonalTrialResult } from "./SeasonalTrialResult.tsx";
import { type TrialChoice, trialOf } from "./trialOf.ts";

type Policy = NonNullable<NonNullable<SeasonalView["adjustment"]>["policy"]>;
const WINDOW = { before: 15, during: 7, after: 15 };

/** Other settings beside the present ones: computed when asked, shown beside, kept nowhere. */
export function SeasonalTrialDrawer({
  view,
  policy,
  onClose,
}: {
  view: SeasonalView;
  policy: Policy;
  onClose(): void;
}) {
  const w = useWords(seasonalWords);
  const asOf = useAsOf();
  const [choice, setChoice] = useState<TrialChoice>({
    festival: "policy",
    window: typeof policy.festival === "object" && policy.festival ? policy.festival : WINDOW,
    method: policy.method,
    log: policy.log,
    outliers: policy.outliers === "searched" ? "searched" : "none",
    order: policy.order,
    workingDays: policy.workingDays,
  });
  const [asked, setAsked] = useState<ReturnType<typeof trialOf> | null>(null);
  const query = useQuery(
    trpc.seasonal.trial.queryOptions(
      { indicator: view.indicator, trial: asked ?? {}, ...asOf },
      { ...TAKE_BACK, enabled: asked !== null },
    ),
  );
  const set = (part: Partial<TrialChoice>) => setChoice({ ...choice, ...part });
  const run = (event: FormEvent) => {
    event.preventDefault();
    setAsked(trialOf(choice));
  };
  const t = w.trial;
  return (
    <Drawer open onClose={onClose} title={t.title}>
      <p className="text-[.86rem] text-ink2">{t.lead}</p>
      <form onSubmit={run} className="mt-3 grid gap-2.5">
        <Select
          label={t.festival}
          showLabel
          value={choice.festival}
          options={(["policy", "searched", "given", "none"] as const).map((f) => ({
            value: f,
            label: t.festivals[f],
          }))}
          onChange={(festival) => set({ festival })}
        />
        {choice.festival === "given" && (
          <div className="grid grid-cols-3 gap-2">
            {(["before", "during", "after"] as const).map((side) => (
              <Field
                key={side}
                label={t[side]}
                type="number"
                min={0}
                max={30}
                required
                value={choice.window[side]}
                onChange={(e) => set({ window: { ...choice.window, [side]: Number(e.target.value) } })}
              />
            ))}
          </div>
        )}
        <Segmented
          label={t.method}
          showLabel
          value={choice.method}
          options={(["x11", "seats"] as const).map((m) => ({ value: m, label: t.methods[m] }))}
          onChange={(method) => set({ method })}
        />
        <Segmented
          label={t.log}
          showLabel
          value={choice.log ? "yes" : "no"}
          options={(["yes", "no"] as const).map((v) => ({ value: v, label: t.logs[v] }))}
          onChange={(v) => set({ log: v === "yes" })}
        />
        <Segmented
          label={t.outliers}
          showLabel
          value={choice.outliers}
          options={(["searched", "none"] as const).map((v) => ({ value: v, label: t.outlierChoices[v] }))}
          onChange={(outliers) => set({ outliers })}
        />
        <Segmented
          label={t.order}
          showLabel
          value={choice.order}
          options={(["airline", "auto"] as const).map((v) => ({ value: v, label: t.orders[v] }))}
          onChange={(order) => set({ order })}
        />
        <Segmented
          label={t.workingDays}
          showLabel
          value={choice.workingDays ? "yes" : "no"}
          options={(["yes", "no"] as const).map((v) => ({ value: v, label: t.days[v] }))}
          onChange={(v) => set({ workingDays: v === "yes" })}
        />
        <div>
          <Button variant="primary" type="submit" busy={query.isFetching}>
            {query.isFetching ? t.running : t.run}
          </Button>
        </div>
      </form>
      <div className="mt-4" aria-live="polite" aria-busy={query.isFetching}>
        {asked === null && <p className="text-[.86rem] text-ink3">{t.askFirst}</p>}
        {query.error && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
        {asked !== null && query.isPending && !query.error && <Skeleton height="18rem" />}
        {asked !== null && query.data && <SeasonalTrialResult view={query.data} />}
      </div>
    </Drawer>
  );
}
