import { readdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { CANDIDATE_IDS, candidates } from "../../models/forecast/candidates.ts";
import { checkModel } from "../../models/forecast/checkModel.ts";
import type { ForecastModel } from "../../models/forecast/contract.ts";
import { SCHEDULED_MODELS } from "../../models/forecast/scheduled.ts";
import type { ModelRegistry, RegisteredModel } from "./modelRegistry.ts";

const MODEL_FILE = /\.(mjs|js|mts|ts)$/;
const NOT_A_MODEL = /\.(test|d)\.[cm]?[jt]s$/;

/**
 * The built-in forecast models, those of the modelers' folder, and the candidates: every `.mjs`, `.js`, `.mts` or `.ts`
 * file whose default export (or export `model`) keeps the model contract. A file that does not is reported with the
 * reason and left out; the others join. A folder that is not there adds nothing. Files load in name order.
 */
export async function loadModelRegistry(folder: string): Promise<ModelRegistry> {
  const [{ models, failures }, further] = await Promise.all([loadDailyModels(folder), candidates()]);
  const all = [
    ...models,
    ...further.map((model) => ({ model, source: "built-in" as const, daily: false, file: null })),
  ];
  const byId = new Map(all.map((m) => [m.model.id, m]));
  return { models: all, failures, get: (id) => byId.get(id) ?? null };
}

/** The models that run by themselves: what a thread loads when it starts. */
export async function loadDailyModels(folder: string): Promise<Pick<ModelRegistry, "models" | "failures">> {
  const models: RegisteredModel[] = SCHEDULED_MODELS.map((model) => ({
    model,
    source: "built-in",
    daily: true,
    file: null,
  }));
  const failures: { file: string; reason: string }[] = [];
  for (const file of modelFiles(folder)) {
    const path = join(folder, file);
    try {
      const taken = [...models.map((m) => m.model.id), ...CANDIDATE_IDS];
      const model = checked(await importModel(path), taken);
      models.push({ model, source: "added", daily: true, file });
    } catch (error) {
      failures.push({ file, reason: error instanceof Error ? error.message : String(error) });
    }
  }
  return { models, failures };
}

function modelFiles(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((f) => MODEL_FILE.test(f) && !NOT_A_MODEL.test(f))
      .sort();
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
    throw error;
  }
}

/** TypeScript files need a loader that plain Node 20 has not: tsx, where it is installed, reads them. */
async function importModel(path: string): Promise<unknown> {
  const url = pathToFileURL(path).href;
  if (!/\.m?ts$/.test(path)) return import(url);
  const { tsImport } = await import("tsx/esm/api").catch(() => {
    throw new Error(
      "a TypeScript model needs the package tsx, which is not installed here; bring it as .mjs instead",
    );
  });
  return tsImport(url, import.meta.url);
}

function checked(loaded: unknown, taken: readonly string[]): ForecastModel {
  const check = checkModel(exportOf(loaded), taken);
  if (!check.ok) throw new Error(check.problems.join("; "));
  return check.model;
}

/** The model a file exports. A TypeScript file outside any package is read as CommonJS: its default lies one deeper. */
function exportOf(loaded: unknown): unknown {
  const { model, default: main } = loaded as { model?: unknown; default?: unknown };
  if (model !== undefined) return model;
  return main !== null && typeof main === "object" && "default" in main ? main.default : main;
}
