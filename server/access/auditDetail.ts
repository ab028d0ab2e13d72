const SECRET = /pass|current|next|token|secret|hash/i;
const LONGEST = 2000;

/** What a person asked for, as text for the audit: secrets and long values left out, never more than a page. */
export function auditDetail(input: unknown): string {
  const text = JSON.stringify(input ?? {}, (key, value: unknown) => {
    if (key !== "" && SECRET.test(key)) return "•••";
    return typeof value === "string" && value.length > 500 ? `${value.slice(0, 500)}…` : value;
  });
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

/** What was acted on: `alerts 12`, `models ets`; the noun alone where the input names nothing. */
export function auditObject(path: string, input: unknown): string {
  const noun = path.split(".")[0] ?? path;
  if (typeof input !== "object" || input === null) return noun;
  const { id, name, indicator } = input as Readonly<Record<string, unknown>>;
  const named = [id, name, indicator].find((v) => typeof v === "number" || typeof v === "string");
  return named === undefined ? noun : `${noun} ${String(named).slice(0, 120)}`;
}
