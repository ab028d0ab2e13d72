import { readdir, readFile } from "node:fs/promises";
import { extname, join, normalize } from "node:path";
import { AppError } from "../models/errors.ts";
import type { IsoDate } from "../models/series/date.ts";
import type { Transport } from "../server/connectors/contract.ts";
import { SIMULATED_DOCUMENTS } from "./simulate/documents.ts";

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  ".csv": "text/csv",
  ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

/** Reads documents below seed/, and the simulated ones as they are written: what connectors see of the seed. */
export function seedTransport(until: IsoDate, folder: string = import.meta.dirname): Transport {
  const below = (path: string): string => {
    const full = normalize(join(folder, path));
    if (!full.startsWith(join(folder, "/")))
      throw new AppError("forbidden", `"${path}" lies outside the seed`);
    return full;
  };
  return {
    async read(path) {
      const simulate = SIMULATED_DOCUMENTS[path];
      if (simulate) return { bytes: new TextEncoder().encode(simulate(until)), mediaType: "text/csv" };
      try {
        const bytes = await readFile(below(path));
        return { bytes, mediaType: MEDIA_TYPES[extname(path)] ?? "application/octet-stream" };
      } catch (cause) {
        if (cause instanceof AppError) throw cause;
        throw new AppError("source-unavailable", `the seed has no document "${path}"`, { cause });
      }
    },
    async list(path) {
      if (path === "simulated") return Object.keys(SIMULATED_DOCUMENTS);
      try {
        const entries = await readdir(below(path), { withFileTypes: true });
        return entries
          .filter((e) => e.isFile())
          .map((e) => `${path}/${e.name}`)
          .sort();
      } catch (cause) {
        if (cause instanceof AppError) throw cause;
        throw new AppError("source-unavailable", `the seed has no folder "${path}"`, { cause });
      }
    },
  };
}
