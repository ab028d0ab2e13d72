import { useQuery } from "@tanstack/react-query";
import { trpc } from "../../api/trpc.ts";
import { alertsWords } from "../../words/alerts.ts";
import { useWords } from "../../words/useWords.ts";

/** Who may be given an alert, and how an account's name reads. */
export function usePeople() {
  const w = useWords(alertsWords);
  const { data: people = [] } = useQuery({
    ...trpc.alerts.people.queryOptions(),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const nameOf = (name: string): string =>
    name === "system" ? w.system : (people.find((p) => p.name === name)?.displayName ?? name);
  return { people, nameOf };
}

export type Person = ReturnType<typeof usePeople>["people"][number];
