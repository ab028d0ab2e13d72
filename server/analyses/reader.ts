import type { ObservationStore } from "../../db/stores/contract.ts";
import type { ReadSeries } from "../../models/analyses/readings.ts";
import { heads } from "../../models/indicators/registry.ts";
import { NATION } from "../../models/warning/nation.ts";

/** Histories of the nation as analyses read them, held in memory for one data version: some ten thousand figures. */
export interface Reader {
  read(dataVersion: string, indicators: readonly string[]): Promise<ReadSeries[]>;
}

export function createReader(observations: Pick<ObservationStore, "history">): Reader {
  let version = "";
  const held = new Map<string, Promise<ReadSeries>>();
  const fetch = async (indicator: string): Promise<ReadSeries> => {
    const [history = []] = await observations.history([{ indicator, region: NATION }]);
    return { head: { ...heads(indicator), region: NATION }, history };
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
