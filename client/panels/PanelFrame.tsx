import type { UseQueryResult } from "@tanstack/react-query";
import { Card } from "../parts/Card.tsx";
import { EmptyState } from "../parts/EmptyState.tsx";
import { ErrorState } from "../parts/ErrorState.tsx";
import { Skeleton } from "../parts/Skeleton.tsx";
import { partsWords } from "../words/parts.ts";
import { useLang, useWords } from "../words/useWords.ts";
import type { Panel } from "./definePanel.ts";

export interface PanelFrameProps<Data> {
  panel: Panel<Data>;
  query: UseQueryResult<Data, unknown>;
  className?: string;
  /** Said while it loads, where that may take a while. */
  waiting?: string;
}

/** Around every panel: its place while it loads, its failure with what still holds, its emptiness with a reason. */
export function PanelFrame<Data>({ panel, query, className = "", waiting }: PanelFrameProps<Data>) {
  const w = useWords(partsWords);
  const lang = useLang();
  const { data, error } = query;

  if (data === undefined) {
    if (panel.frame === "bare")
      return (
        <section aria-label={panel.title[lang]} className={className} id={panel.id}>
          {error ? (
            <ErrorState error={error} onRetry={() => void query.refetch()} />
          ) : (
            <Skeleton height={panel.height} />
          )}
        </section>
      );
    return (
      <Card
        title={panel.title[lang]}
        subtitle={error ? panel.question[lang] : (waiting ?? panel.question[lang])}
        tools={false}
        id={panel.id}
        className={className}
      >
        {error ? (
          <ErrorState error={error} onRetry={() => void query.refetch()} />
        ) : (
          <Skeleton height={panel.height} />
        )}
      </Card>
    );
  }

  const view = panel.view(data, lang);
  // A failed refresh leaves the figures read before in place and says which they are.
  const failed = error ? (
    <ErrorState
      error={error}
      onRetry={() => void query.refetch()}
      stillValid={w.stillValid(
        new Date(query.dataUpdatedAt).toLocaleString(lang === "zh" ? "zh-CN" : "en-GB"),
      )}
    />
  ) : null;
  const body = view.empty ? (
    <EmptyState title={view.empty.title} text={view.empty.text} />
  ) : (
    <panel.Body data={data} />
  );
  if (panel.frame === "bare")
    return (
      <section aria-label={view.title} className={className} id={panel.id}>
        {failed}
        {body}
      </section>
    );
  return (
    <Card
      id={panel.id}
      title={view.title}
      subtitle={view.subtitle}
      footer={view.footer}
      method={view.method}
      table={view.table ?? null}
      fileName={`guanlan-${panel.id}`}
      className={className}
    >
      {failed}
      {body}
    </Card>
  );
}
