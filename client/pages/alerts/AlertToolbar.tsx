import { BellOff, Check, Play, RotateCcw, X } from "lucide-react";
import { useState } from "react";
import type { AlertDetail, Passport } from "../../../server/routers/views.ts";
import { useMe } from "../../api/useMe.ts";
import { Button } from "../../parts/Button.tsx";
import { Select } from "../../parts/Select.tsx";
import { alertsWords } from "../../words/alerts.ts";
import { useWords } from "../../words/useWords.ts";
import { CloseDialog } from "./CloseDialog.tsx";
import { SilenceDialog } from "./SilenceDialog.tsx";
import type { AlertState } from "./search.ts";
import type { AlertActions } from "./useAlertActions.ts";
import type { Person } from "./usePeople.ts";

const ICON = { acknowledged: Check, "in-work": Play, closed: X, silenced: BellOff, open: RotateCcw };
/** The natural next step comes first and stands out. */
const ORDER: readonly AlertState[] = ["acknowledged", "in-work", "closed", "silenced", "open"];
const NOBODY = "-";

export interface AlertToolbarProps {
  alert: AlertDetail & Passport;
  actions: AlertActions;
  people: readonly Person[];
}

/** What this person may do with the alert now; nothing while looking back. */
export function AlertToolbar({ alert, actions, people }: AlertToolbarProps) {
  const w = useWords(alertsWords);
  const me = useMe();
  const [asking, setAsking] = useState<"closed" | "silenced" | null>(null);
  if (alert.lookingBack) return <p className="mt-3 text-[.88rem] text-ink3">{w.lookingBack}</p>;
  const mayHandle = ["leader", "analyst", "administrator"].includes(me.user?.role ?? "");
  if (!mayHandle) return <p className="mt-3 text-[.88rem] text-ink3">{w.readOnly}</p>;

  const steps = ORDER.filter((s) => s !== alert.state && alert.may.includes(s));
  const busy = actions.transition.isPending;
  const move = (to: AlertState) => {
    if (to === "closed" || to === "silenced") setAsking(to);
    else actions.transition.mutate({ id: alert.id, to });
  };
  return (
    <div className="noprint mt-3 flex flex-wrap items-center gap-2">
      {steps.map((to, i) => {
        const Icon = ICON[to];
        return (
          <Button key={to} variant={i === 0 ? "primary" : "normal"} busy={busy} onClick={() => move(to)}>
            <Icon size={15} aria-hidden="true" />
            {w.actions[to]}
          </Button>
        );
      })}
      {alert.state !== "closed" && (
        <Select
          label={w.actions.assign}
          showLabel
          value={alert.assignee ?? NOBODY}
          options={[
            { value: NOBODY, label: w.unassigned },
            ...people.map((p) => ({ value: p.name, label: p.displayName })),
          ]}
          onChange={(name) =>
            actions.assign.mutate({ id: alert.id, assignee: name === NOBODY ? null : name })
          }
        />
      )}
      {asking === "closed" && (
        <CloseDialog
          busy={busy}
          onClose={() => setAsking(null)}
          onConfirm={(text) =>
            actions.transition.mutate(
              { id: alert.id, to: "closed", text },
              { onSuccess: () => setAsking(null) },
            )
          }
        />
      )}
      {asking === "silenced" && (
        <SilenceDialog
          today={alert.baseDate}
          busy={busy}
          onClose={() => setAsking(null)}
          onConfirm={(silencedUntil, text) =>
            actions.transition.mutate(
              { id: alert.id, to: "silenced", silencedUntil, ...(text === "" ? {} : { text }) },
              { onSuccess: () => setAsking(null) },
            )
          }
        />
      )}
    </div>
  );
}
