import type { ObservationStore } from "../../db/stores/contract.ts";
import { NATION } from "../../models/indicators/nation.ts";
import { heads } from "../../models/indicators/registry.ts";
import type { ReadSeries } from "../../models/readings/readings.ts";

/** Histories as analyses read them, of the nation or else of the world, held in memory for one data version: some ten thousand figures. */
export interface Reader {
  read(dataVersion: string, indicators: readonly string[]): Promise<ReadSeries[]>;
}

const WORLD = "WLD";

export function createReader(observations: Pick<ObservationStore, "history">): Reader {
  let version = "";
  const held = new Map<string, Promise<ReadSeries>>();
  const fetch = async (indicator: string): Promise<ReadSeries> => {
    const places = [NATION, WORLD];
    const histories = await observations.history(places.map((region) => ({ indicator, region })));
    // World prices have no series of the nation.
    const at = Math.max(
      0,
      histories.findIndex((h) => h.length > 0),
    );
    return { head: { ...heads(indicator), region: places[at]! }, history: histories[at] ?? [] };
  };
  return {
    read(dataVersion, indicators) {
      if (dataVersion !== version) {
        held.clear();
        version = dataVersion;
      }
      return Promise.all(
        indicators.map((indicator) => {
          const before = held.get(indicator);
          if (before) return before;
          const asked = fetch(indicator);
          held.set(indicator, asked);
          asked.catch(() => held.get(indicator) === asked && held.delete(indicator));
          return asked;
        }),
      );
    },
  };
}
