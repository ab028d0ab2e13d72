import { warningTabs as en } from "./en/warningTabs.ts";
import { warningTabs as zh } from "./zh/warningTabs.ts";

export const warningTabsWords = { zh, en };
