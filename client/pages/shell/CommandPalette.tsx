import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Command } from "cmdk";
import { useDeferredValue, useState } from "react";
import { TAKE_BACK, trpc } from "../../api/trpc.ts";
import { useAsOf } from "../../api/useAsOf.ts";
import { useMe } from "../../api/useMe.ts";
import { formatFigure } from "../../format/formatFigure.ts";
import { formatPeriod } from "../../format/formatPeriod.ts";
import { Dialog } from "../../parts/Dialog.tsx";
import { navigate } from "../../route/useRoute.ts";
import { shellWords } from "../../words/shell.ts";
import { useLang, useWords } from "../../words/useWords.ts";
import { pagesFor } from "./navigation.ts";

const ROW =
  "flex min-h-9 cursor-pointer items-center gap-3 rounded-md px-2 text-[.93rem] data-[selected=true]:bg-accentbg data-[selected=true]:text-accent";

/** Ctrl K: every page and every indicator, by Chinese, English, pinyin initials or code. */
export function CommandPalette({ onClose }: { onClose(): void }) {
  const w = useWords(shellWords);
  const lang = useLang();
  const me = useMe();
  const asOf = useAsOf();
  const [q, setQ] = useState("");
  const asked = useDeferredValue(q.trim());
  const found = useQuery({
    ...trpc.search.indicators.queryOptions({ ...asOf, q: asked, limit: 12 }, TAKE_BACK),
    enabled: asked !== "",
    placeholderData: keepPreviousData,
  });
  const pages = pagesFor(me).filter((p) =>
    `${w.nav[p.id]} ${p.id}`.toLowerCase().includes(q.trim().toLowerCase()),
  );
  const rows = asked === "" ? [] : (found.data?.rows ?? []);
  return (
    <Dialog open onClose={onClose} title={w.palette.title} place="top" bare>
      <Command shouldFilter={false} label={w.palette.title} className="p-2">
        <Command.Input
          data-autofocus
          value={q}
          onValueChange={setQ}
          placeholder={w.palette.placeholder}
          className="input !min-h-11 text-[1rem]"
        />
        <Command.List className="mt-2 max-h-[50vh] overflow-y-auto" label={w.palette.title}>
          {!found.isFetching && pages.length === 0 && rows.length === 0 && (
            <Command.Empty className="p-4 text-[.92rem] text-ink2">{w.palette.none}</Command.Empty>
          )}
          {found.isFetching && rows.length === 0 && (
            <Command.Loading className="p-3 text-[.9rem] text-ink3">{w.palette.searching}</Command.Loading>
          )}
          {rows.length > 0 && (
            <Command.Group heading={w.palette.indicators} className="text-[.78rem] text-ink3">
              {rows.map((r) => (
                <Command.Item
                  key={`${r.indicator}@${r.region}`}
                  value={`${r.indicator}@${r.region}`}
                  className={`${ROW} text-ink`}
                  onSelect={() => {
                    onClose();
                    navigate({
                      to: "/indicator/$id",
                      params: { id: r.indicator },
                      search: r.region === "CHN" ? {} : { region: r.region },
                    });
                  }}
                >
                  <span className="min-w-0 flex-1 truncate">
                    {r.name[lang]}
                    <span className="ml-2 text-[.8rem] text-ink3">
                      {r.regionName[lang]} · {r.indicator}
                    </span>
                  </span>
                  {r.latest?.value !== null && r.latest !== null && (
                    <span className="num shrink-0 text-[.86rem]">
                      {formatFigure(r.latest.value, r.unit, r.decimals, lang).text}
                      <span className="ml-1.5 text-ink3">{formatPeriod(r.latest.period, lang)}</span>
                    </span>
                  )}
                </Command.Item>
              ))}
            </Command.Group>
          )}
          {pages.length > 0 && (
            <Command.Group heading={w.palette.pages} className="text-[.78rem] text-ink3">
              {pages.map((p) => (
                <Command.Item
                  key={p.id}
                  value={`page:${p.id}`}
                  className={`${ROW} text-ink`}
                  onSelect={() => {
                    onClose();
                    navigate({ to: p.to });
                  }}
                >
                  <p.icon size={16} aria-hidden="true" />
                  {w.nav[p.id]}
                </Command.Item>
              ))}
            </Command.Group>
          )}
        </Command.List>
        <p className="mt-2 border-t border-line px-2 pt-2 text-[.8rem] text-ink3">{w.palette.hint}</p>
      </Command>
    </Dialog>
  );
}
