import { FREQUENCIES } from "../series/frequency.ts";
import type { ForecastModel } from "./contract.ts";
import { PROMISES } from "./promises.ts";

export type ModelCheck = { ok: true; model: ForecastModel } | { ok: false; problems: string[] };

/**
 * Whether something found in a file is a forecast model that keeps its promises. First the shape, then every
 * promise of the contract suite at every frequency the model names. `taken` are ids already in use.
 * What a promise throws counts as broken, with its message: a stranger's file never stops the registry.
 */
export function checkModel(candidate: unknown, taken: readonly string[] = []): ModelCheck {
  const problems = shapeProblems(candidate, taken);
  if (problems.length > 0) return { ok: false, problems };
  const model = candidate as ForecastModel;
  const broken = model.frequencies.flatMap((frequency) =>
    PROMISES.flatMap((promise) => {
      const wrong = attempt(() => promise.check(model, frequency));
      return wrong === null ? [] : [`${promise.title} (${frequency}): ${wrong}`];
    }),
  );
  return broken.length > 0 ? { ok: false, problems: broken } : { ok: true, model };
}

function attempt(check: () => string | null): string | null {
  try {
    return check();
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function shapeProblems(candidate: unknown, taken: readonly string[]): string[] {
  if (!isRecord(candidate))
    return [`expected a forecast model object; found ${candidate === null ? "null" : typeof candidate}`];
  const problems: string[] = [];
  const need = (holds: boolean, what: string) => {
    if (!holds) problems.push(what);
  };
  const { id, title, summary, reference, version, frequencies, supports, defaults } = candidate;
  need(
    typeof id === "string" && /^[a-z][a-z0-9-]*$/.test(id),
    `id must be kebab-case text; found ${String(id)}`,
  );
  need(typeof id !== "string" || !taken.includes(id), `id "${String(id)}" is taken`);
  need(isWords(title), "title needs zh and en");
  need(isWords(summary), "summary needs zh and en");
  need(
    isRecord(reference) && typeof reference.text === "string" && reference.text !== "",
    "reference.text must name a source",
  );
  need(typeof version === "string" && version !== "", "version must be text");
  need(
    Array.isArray(frequencies) && frequencies.length > 0 && frequencies.every((f) => FREQUENCIES.includes(f)),
    `frequencies must be a list out of ${FREQUENCIES.join(", ")}`,
  );
  need(
    isRecord(supports) && typeof supports.gaps === "boolean" && typeof supports.drivers === "boolean",
    "supports must say gaps and drivers, true or false",
  );
  need(isRecord(defaults), "defaults must be an object");
  need(typeof candidate.minObservations === "function", "minObservations must be a function");
  need(typeof candidate.fit === "function", "fit must be a function");
  return problems;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;
const isWords = (value: unknown): boolean =>
  isRecord(value) && [value.zh, value.en].every((text) => typeof text === "string" && text.trim() !== "");
