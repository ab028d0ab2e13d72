/**
 * Where each panel of the cockpit stands: columns of twelve from desk to wall, and the height kept for it until
 * its code and its data are here. On a wall the lights move up beside the index and the alerts, so that one screen holds
 * what a leader asks first.
 */
export const PLACES: Readonly<Record<string, { columns: string; height: string }>> = {
  "warning-index": { columns: "lg:col-span-7 wall:col-span-4", height: "22rem" },
  "top-alerts": { columns: "lg:col-span-5 wall:col-span-4", height: "22rem" },
  "main-indicators": { columns: "lg:col-span-12 wall:order-2", height: "18rem" },
  "nowcast-news": {
    columns: "lg:col-span-12 xl:col-span-7 wall:col-span-5 wall:order-2",
    height: "27rem",
  },
  lights: { columns: "lg:col-span-12 xl:col-span-7 wall:col-span-4 wall:order-1", height: "29rem" },
  fan: { columns: "lg:col-span-12 xl:col-span-5 wall:col-span-4 wall:order-2", height: "27rem" },
  ahead: { columns: "lg:col-span-12 wall:col-span-3 wall:order-2", height: "11rem" },
  "index-moves": { columns: "lg:col-span-12 xl:col-span-5 wall:col-span-4 wall:order-2", height: "28rem" },
  provinces: { columns: "lg:col-span-6 wall:col-span-4 wall:order-2", height: "28rem" },
  releases: { columns: "lg:col-span-6 wall:col-span-4 wall:order-2", height: "28rem" },
};

/** The panels whose code is fetched behind the first screen, in reading order. */
export const LATER_IDS = [
  "nowcast-news",
  "fan",
  "ahead",
  "lights",
  "index-moves",
  "provinces",
  "releases",
] as const;

export function columnsOf(id: string): string {
  return `min-w-0 ${PLACES[id]?.columns ?? "lg:col-span-12"}`;
}
