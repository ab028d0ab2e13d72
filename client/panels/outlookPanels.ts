import type { OutlookView } from "../../server/routers/views.ts";
import { ahead } from "./ahead.tsx";
import type { Panel } from "./definePanel.ts";
import { growthFan } from "./growthFan.tsx";
import { nowcastNews } from "./nowcastNews.tsx";

/** What the standing analyses say of the time to come; their answer is asked for beside the page's own. */
export const OUTLOOK_PANELS: readonly Panel<OutlookView>[] = [nowcastNews, growthFan, ahead];
