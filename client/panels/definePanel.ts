import type { ComponentType, ReactNode } from "react";
import type { Words } from "../../models/indicators/indicator.ts";
import type { Me } from "../../server/routers/views.ts";
import type { TableTwin } from "../parts/tableTwin.ts";
import type { Lang } from "../words/useWords.ts";

/** What the frame writes around a panel's body. */
export interface PanelView {
  /** The finding. */
  title: string;
  /** What is measured: measure, unit, place, period. */
  subtitle?: string;
  /** Source · vintage · state of revision. */
  footer?: ReactNode;
  /** How it is computed, in words. */
  method?: ReactNode;
  table?: TableTwin | null;
  /** Nothing to show, and why. */
  empty?: { title: string; text: string } | null;
}

/**
 * A panel answers one question. `view` is pure: from data to the words around the body; the shared frame owns
 * loading, failure, emptiness, tools and the source line.
 */
export interface Panel<Data> {
  id: string;
  title: Words;
  question: Words;
  audience: readonly Me["roles"][number][];
  /** CSS height of the body while it loads; the final one, so that nothing moves. */
  height: string;
  /** `bare`: the body brings its own cards. */
  frame: "card" | "bare";
  view(data: Data, lang: Lang): PanelView;
  Body: ComponentType<{ data: Data }>;
}

export function definePanel<Data>(panel: Panel<Data>): Panel<Data> {
  return panel;
}
