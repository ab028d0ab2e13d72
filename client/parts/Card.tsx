import { Download, Info, Link2, MoreHorizontal, Table2 } from "lucide-react";
import { type ReactNode, useId, useState } from "react";
import { partsWords } from "../words/parts.ts";
import { useWords } from "../words/useWords.ts";
import { IconButton } from "./Button.tsx";
import { download } from "./download.ts";
import { Popover } from "./Popover.tsx";
import { toast } from "./Toast.tsx";
import { TwinTable } from "./TwinTable.tsx";
import { csvOf, type TableTwin } from "./tableTwin.ts";

export interface CardProps {
  /** The finding: what the data say. */
  title: ReactNode;
  /** What is measured: measure, unit, place, period. */
  subtitle?: ReactNode;
  /** Source, vintage, state of revision. */
  footer?: ReactNode;
  /** How it is computed, in words; behind ⓘ. */
  method?: ReactNode;
  /** The same data as a table: switches the body, and is what the download holds. */
  table?: TableTwin | null;
  /** File name of the download, without ending. */
  fileName?: string;
  /** Link to this card; the page's address with the card's anchor unless given. */
  id?: string;
  tools?: boolean;
  /** Tools of this card's own: as they stand in the row, and as they stand behind “more” on a phone. */
  ownTools?: { wide: ReactNode; narrow(close: () => void): ReactNode };
  /** Anything beside the tools. */
  extra?: ReactNode;
  className?: string;
  children: ReactNode;
}

/** The frame around every chart and table: finding, measure, body, source; tools to check and to take away. */
export function Card({
  title,
  subtitle,
  footer,
  method,
  table = null,
  fileName = "guanlan",
  id,
  tools = true,
  ownTools,
  extra,
  className = "",
  children,
}: CardProps) {
  const w = useWords(partsWords);
  const headingId = useId();
  const [asTable, setAsTable] = useState(false);

  const copyLink = async () => {
    const url = new URL(location.href);
    if (id) url.hash = id;
    try {
      await navigator.clipboard.writeText(url.toString());
      toast(w.linkCopied);
    } catch {
      toast(w.copyFailed, "failed");
    }
  };
  const buttons = (
    <>
      {table && (
        <IconButton
          label={asTable ? w.asChart : w.asTable}
          aria-pressed={asTable}
          onClick={() => setAsTable(!asTable)}
          className={asTable ? "bg-accentbg text-accent" : ""}
        >
          <Table2 size={15} />
        </IconButton>
      )}
      {table && (
        <IconButton label={w.downloadCsv} onClick={() => download(`${fileName}.csv`, csvOf(table))}>
          <Download size={15} />
        </IconButton>
      )}
      <IconButton label={w.copyLink} onClick={() => void copyLink()}>
        <Link2 size={15} />
      </IconButton>
    </>
  );

  return (
    <section id={id} aria-labelledby={headingId} className={`card flex flex-col p-4 ${className}`}>
      <div className="flex items-start gap-3">
        <h2 id={headingId} className="min-w-0 flex-1 text-[1.07rem] leading-snug font-bold text-ink">
          {title}
        </h2>
        {extra}
        {tools && (
          <div className="noprint -mt-0.5 -mb-1 flex shrink-0 gap-0.5">
            {method && (
              <Popover label={w.howMade} button={<Info size={15} />} width="22rem">
                {() => <div className="text-[.88rem] leading-relaxed text-ink2">{method}</div>}
              </Popover>
            )}
            <div className="hidden gap-0.5 md:flex">
              {ownTools?.wide}
              {buttons}
            </div>
            <div className="md:hidden">
              <Popover label={w.moreTools} button={<MoreHorizontal size={16} />} width="max-content">
                {(close) => (
                  <div className="flex flex-wrap gap-1">
                    {ownTools?.narrow(close)}
                    {buttons}
                  </div>
                )}
              </Popover>
            </div>
          </div>
        )}
      </div>
      {subtitle && <p className="mt-0.5 text-[.84rem] text-ink3">{subtitle}</p>}
      <div className="mt-2 min-h-0 flex-1">{asTable && table ? <TwinTable table={table} /> : children}</div>
      {footer && <div className="mt-2 border-t border-line pt-1.5 text-[.78rem] text-ink3">{footer}</div>}
    </section>
  );
}
