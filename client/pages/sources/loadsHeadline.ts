import type { SourcesView } from "../../../server/routers/views.ts";

/** What the loads and releases add up to: the numbers behind the page's headline. */
export interface LoadsSummary {
  loads: number;
  accepted: number;
  refused: number;
  failed: number;
  late: number;
}

export function loadsSummary(view: Pick<SourcesView, "loads" | "releases">): LoadsSummary {
  const committed = view.loads.filter((l) => l.state === "committed");
  const sum = (pick: (l: SourcesView["loads"][number]) => number): number =>
    committed.reduce((n, l) => n + pick(l), 0);
  return {
    loads: committed.length,
    accepted: sum((l) => l.accepted),
    refused: sum((l) => l.rejected + l.quarantined),
    failed: view.loads.filter((l) => l.state === "failed" || l.state === "rolled-back").length,
    late: view.releases.filter((r) => r.state === "late").length,
  };
}

/** A load a steward should look at: it failed, or rows of it were refused. */
export function hasProblem(load: SourcesView["loads"][number]): boolean {
  return load.state === "failed" || load.state === "rolled-back" || load.rejected > 0 || load.quarantined > 0;
}

/** Connectors of these loads, the one most often used first. */
export function connectorsOf(loads: SourcesView["loads"]): string[] {
  const times = new Map<string, number>();
  for (const l of loads) times.set(l.connector, (times.get(l.connector) ?? 0) + 1);
  return [...times].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0])).map(([connector]) => connector);
}

type HeadlineWords = {
  none: string;
  clean(loads: number, accepted: string): string;
  refused(loads: number, accepted: string, refused: string): string;
  late(n: number): string;
  onTime: string;
  failed(n: number): string;
};

/** The headline in words; says of lateness and failures only what the summary holds. */
export function loadsHeadline(
  s: LoadsSummary,
  words: HeadlineWords,
  count: (n: number) => string,
  join: string,
): string {
  const loads =
    s.loads === 0
      ? words.none
      : s.refused === 0
        ? words.clean(s.loads, count(s.accepted))
        : words.refused(s.loads, count(s.accepted), count(s.refused));
  return [
    loads,
    ...(s.failed > 0 ? [words.failed(s.failed)] : []),
    s.late > 0 ? words.late(s.late) : words.onTime,
  ].join(join);
}
