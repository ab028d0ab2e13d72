import { Copy } from "lucide-react";
import type { SeriesView } from "../../../server/routers/views.ts";
import { formatDate } from "../../format/formatDate.ts";
import { Button } from "../../parts/Button.tsx";
import { Card } from "../../parts/Card.tsx";
import { Tabs } from "../../parts/Tabs.tsx";
import { toast } from "../../parts/Toast.tsx";
import { changeSearch, pageOf } from "../../route/useRoute.ts";
import { indicatorWords } from "../../words/indicator.ts";
import { partsWords } from "../../words/parts.ts";
import { useLang, useWords } from "../../words/useWords.ts";
import { accessCode, csvAddress } from "./accessCode.ts";
import { CODE_LANGUAGES } from "./search.ts";

const route = pageOf("/indicator/$id");
const NAMES = { http: "HTTP", python: "Python", r: "R", excel: "Excel" } as const;

/** The same figures in the reader's own tool, pinned to the day shown. */
export function AccessCard({ view, transform }: { view: SeriesView; transform: string }) {
  const w = useWords(indicatorWords);
  const p = useWords(partsWords);
  const lang = useLang();
  const { code = "python" } = route.useSearch();
  const request = {
    origin: location.origin,
    indicator: view.meta.indicator.id,
    region: view.meta.region,
    transform,
    asOf: view.asOf,
    lang,
  };
  const text = accessCode(request, code);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      toast(w.access.copied);
    } catch {
      toast(p.copyFailed, "failed");
    }
  };
  return (
    <Card title={w.access.title} tools={false}>
      <Tabs
        label={w.access.language}
        value={code}
        tabs={CODE_LANGUAGES.map((c) => ({ value: c, label: NAMES[c] }))}
        onChange={(to) => changeSearch({ code: to === "python" ? undefined : to }, true)}
      >
        <section
          aria-label={`${w.access.title} ${NAMES[code]}`}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
          tabIndex={0}
          className="scroller rounded-lg bg-sunken p-3"
        >
          <pre className="text-[.78rem] leading-relaxed">{text}</pre>
        </section>
      </Tabs>
      <p className="mt-2 text-[.8rem] text-ink3">
        {w.access.note(formatDate(view.asOf, lang))} {w.access.signIn}
      </p>
      <div className="noprint mt-2 flex flex-wrap gap-2">
        <Button onClick={() => void copy()}>
          <Copy size={14} aria-hidden="true" />
          {w.access.copy}
        </Button>
        <a className="btn" href={csvAddress(request, "all")} download>
          {w.access.csv}
        </a>
      </div>
    </Card>
  );
}
