import type { LoadStore, ObservationStore } from "../db/stores/contract.ts";
import type { IsoDate } from "../models/series/date.ts";

/**
 * Which edition of the base is being served: the newest vintage (the product's "today") and the data version.
 * Held in memory so that a page costs no query for it; `refresh` after a load lands, `touch` after anything
 * else that pages show has changed (an alert moved, a forecast was made).
 */
export interface Edition {
  readonly baseDate: IsoDate | null;
  readonly dataVersion: string;
  /** What built views are kept under: changes with every refresh and touch. */
  readonly key: string;
  refresh(): Promise<void>;
  touch(): void;
}

export async function openEdition(observations: ObservationStore, loads: LoadStore): Promise<Edition> {
  let baseDate: IsoDate | null = null;
  let dataVersion = "0";
  let touched = 0;
  const refresh = async () => {
    [baseDate, dataVersion] = await Promise.all([observations.baseDate(), loads.dataVersion()]);
    touched++;
  };
  await refresh();
  return {
    get baseDate() {
      return baseDate;
    },
    get dataVersion() {
      return dataVersion;
    },
    get key() {
      return `${dataVersion}.${touched}`;
    },
    refresh,
    touch() {
      touched++;
    },
  };
}
