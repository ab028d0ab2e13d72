import type { Words } from "./indicator.ts";

/** Who publishes. `id` is the SDMX-style short id: NBS, PBC, GAC… */
export interface Agency {
  id: string;
  name: Words;
  homepage: string;
}
