import type { warningTabs as zh } from "../zh/warningTabs.ts";

export const warningTabs: typeof zh = {
  label: "Pages of early warning",
  alerts: "Inbox",
  risk: "Risk watch",
};
