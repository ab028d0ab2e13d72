import type { Words } from "./indicator.ts";

/** Where a figure belongs. Code: six digits of GB/T 2260 for provinces, ISO 3166-1 alpha-3 for countries (CHN, …), WLD. */
export interface Region {
  code: string;
  name: Words;
  short: Words;
  kind: "world" | "country" | "province" | "city";
  parent: string | null;
}
