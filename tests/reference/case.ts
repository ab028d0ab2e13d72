import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** What another program answered: its input, parameters and output, as one JSON file. */
export interface ReferenceCase {
  method: string;
  case: string;
  /** Provenance of the series. */
  data: string;
  tool: { name: string; version: string };
  call: string;
  note: string | null;
  // The shape differs from method to method; each method's check reads what it knows.
  params: Record<string, unknown>;
  input: Record<string, unknown>;
  output: Record<string, unknown>;
}

const OWN = join(import.meta.dirname, "cases");
const SHARED = join(import.meta.dirname, "../../../shared/reference");

/** The folder that is read when none is named: the wide collection where it stands, else the cases that ship. */
export const defaultFolder = (): string => process.env.REFERENCE_DIR ?? (existsSync(SHARED) ? SHARED : OWN);

/** Every case below a folder, `<method>/<case>.json` or deeper. A JSON file without a `method` is no case. */
export function readCases(folder: string): ReferenceCase[] {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((f) => f.endsWith(".json"))
    .sort();
  return files.flatMap((file) => {
    const read = JSON.parse(readFileSync(join(folder, file), "utf8")) as Partial<ReferenceCase>;
    if (typeof read.method !== "string" || read.output === undefined) return [];
    const { method, output } = read;
    return [
      {
        method,
        case: read.case ?? file.replace(/^.*\//, "").replace(/\.json$/, ""),
        data: read.data ?? "",
        tool: read.tool ?? { name: "?", version: "?" },
        call: read.call ?? "",
        note: read.note ?? null,
        params: Array.isArray(read.params) ? {} : (read.params ?? {}),
        input: read.input ?? {},
        output,
      },
    ];
  });
}
