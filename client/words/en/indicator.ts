import type { indicator as zh } from "../zh/indicator.ts";

export const indicator: typeof zh = {
  title: "Indicator",
};
