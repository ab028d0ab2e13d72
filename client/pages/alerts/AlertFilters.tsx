import { useState } from "react";
import type { AlertListView } from "../../../server/routers/views.ts";
import { Button } from "../../parts/Button.tsx";
import { Link } from "../../route/Link.tsx";
import { changeSearch } from "../../route/useRoute.ts";
import { alertsWords } from "../../words/alerts.ts";
import { alertTermsWords } from "../../words/alertTerms.ts";
import { useWords } from "../../words/useWords.ts";
import { type InboxView, inboxView } from "./inboxView.ts";
import { type AlertsSearch, LIVE_STATES, RULE_KINDS, SEVERITIES } from "./search.ts";

type Counts = AlertListView["counts"];

const VIEW_SEARCH: Record<InboxView, Pick<AlertsSearch, "states" | "mine">> = {
  live: {},
  mine: { mine: true },
  open: { states: ["open"] },
  silenced: { states: ["silenced"] },
  closed: { states: ["closed"] },
};
const VIEWS: readonly InboxView[] = ["mine", "live", "open", "silenced", "closed"];

function countOf(view: InboxView, counts: Counts): number {
  if (view === "mine") return counts.mine;
  if (view === "live") return LIVE_STATES.reduce((n, s) => n + counts.byState[s], 0);
  return counts.byState[view];
}

/** Which alerts: whose, in which state, how severe, of which kind. All of it stands in the address. */
export function AlertFilters({ search, counts }: { search: AlertsSearch; counts: Counts | undefined }) {
  const w = useWords(alertsWords);
  const t = useWords(alertTermsWords);
  const [shown, setShown] = useState(false);
  const view = inboxView(search);
  const { states: _states, mine: _mine, id: _id, ...kept } = search;
  const filtered = search.severities ?? search.kinds ?? search.q;
  const toggle = <T extends string>(
    key: "severities" | "kinds",
    all: readonly T[],
    now: readonly T[] | undefined,
    item: T,
  ) => {
    const kept = all.filter((x) => (x === item) !== (now?.includes(x) ?? false));
    changeSearch({ [key]: kept.length === 0 ? undefined : kept, id: undefined });
  };
  return (
    <nav aria-label={w.filters} className="card p-3 text-[.92rem] lg:col-span-2 xl:col-span-1">
      <ul className="flex gap-1 overflow-x-auto xl:flex-col">
        {VIEWS.map((v) => (
          <li key={v} className="shrink-0">
            <Link
              to="/alerts"
              search={{ ...kept, ...VIEW_SEARCH[v] }}
              aria-current={v === view ? "true" : undefined}
              className={`flex min-h-8 items-center justify-between gap-2 rounded px-2 ${v === view ? "bg-accentbg font-bold text-accent" : "hover:bg-sunken"}`}
            >
              {w.views[v]}
              <span className="num">{counts ? countOf(v, counts) : ""}</span>
            </Link>
          </li>
        ))}
      </ul>
      <Button className="mt-2 w-full xl:!hidden" pressed={shown} onClick={() => setShown(!shown)}>
        {w.show}
      </Button>
      <div className={`${shown ? "grid" : "hidden"} gap-x-6 sm:grid-cols-2 xl:block`}>
        <form
          className="mt-3 sm:col-span-2"
          onSubmit={(e) => {
            e.preventDefault();
            const q = String(new FormData(e.currentTarget).get("q") ?? "").trim();
            changeSearch({ q: q === "" ? undefined : q, id: undefined });
          }}
        >
          <input
            key={search.q ?? ""}
            name="q"
            type="search"
            aria-label={w.search}
            placeholder={w.search}
            defaultValue={search.q}
            className="input"
          />
        </form>
        <fieldset className="mt-4">
          <legend className="px-2 text-[.8rem] text-ink3">{w.severity}</legend>
          {SEVERITIES.map((s) => (
            <Choice
              key={s}
              label={t.severities[s]}
              count={counts?.bySeverity[s]}
              checked={search.severities?.includes(s) ?? false}
              onToggle={() => toggle("severities", SEVERITIES, search.severities, s)}
            />
          ))}
        </fieldset>
        <fieldset className="mt-4">
          <legend className="px-2 text-[.8rem] text-ink3">{w.kind}</legend>
          {RULE_KINDS.map((k) => (
            <Choice
              key={k}
              label={w.kinds[k] ?? k}
              count={counts?.byKind[k] ?? (counts ? 0 : undefined)}
              checked={search.kinds?.includes(k) ?? false}
              onToggle={() => toggle("kinds", RULE_KINDS, search.kinds, k)}
            />
          ))}
        </fieldset>
        {filtered !== undefined && (
          <Button
            className="mt-3 w-full"
            onClick={() =>
              changeSearch({ severities: undefined, kinds: undefined, q: undefined, id: undefined })
            }
          >
            {w.clear}
          </Button>
        )}
      </div>
    </nav>
  );
}

interface ChoiceProps {
  label: string;
  count: number | undefined;
  checked: boolean;
  onToggle(): void;
}

function Choice({ label, count, checked, onToggle }: ChoiceProps) {
  return (
    <label className="flex min-h-7 cursor-pointer items-center gap-2 rounded px-2 hover:bg-sunken">
      <input type="checkbox" className="size-4" checked={checked} onChange={onToggle} />
      <span className="flex-1">{label}</span>
      <span className="num text-ink2">{count}</span>
    </label>
  );
}
