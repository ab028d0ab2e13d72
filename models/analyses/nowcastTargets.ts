import { AppError } from "../errors.ts";
import { growthNowcast } from "../nowcast/china/growthNowcast.ts";
import { indicatorsOf } from "../nowcast/china/growthPanel.ts";
import { growthRecord } from "../nowcast/china/growthRecord.ts";
import { GROWTH_SPECIFICATION } from "../nowcast/china/growthSpecification.ts";
import type { NowcastRecordResult, NowcastResult } from "../nowcast/china/nowcastResult.ts";
import { priceNowcast } from "../nowcast/china/priceNowcast.ts";
import { priceRecord } from "../nowcast/china/priceRecord.ts";
import {
  CONSUMER_PRICES,
  PRODUCER_PRICES,
  type PriceSpecification,
  priceIndicators,
} from "../nowcast/china/priceSpecification.ts";
import type { Readings } from "../readings/readings.ts";

type Tell = (done: number, total: number) => void;

/** A target that is nowcast: what it reads, what it is set to, what it tells today and told of the past. */
export interface NowcastTarget {
  id: string;
  reads: readonly string[];
  specification: object;
  nowcast(readings: Readings, tell?: Tell): NowcastResult;
  record(readings: Readings, year: number, tell?: Tell): NowcastRecordResult;
}

const prices = (specification: PriceSpecification): NowcastTarget => ({
  id: specification.target,
  reads: priceIndicators(specification),
  specification,
  nowcast: (readings) => priceNowcast(readings, specification),
  record: (readings, year) => priceRecord(readings, specification, year),
});

/** Every target that is nowcast. */
export const NOWCAST_TARGETS: readonly NowcastTarget[] = [
  {
    id: GROWTH_SPECIFICATION.target,
    reads: indicatorsOf(GROWTH_SPECIFICATION),
    specification: GROWTH_SPECIFICATION,
    nowcast: (readings, tell) => growthNowcast(readings, GROWTH_SPECIFICATION, tell),
    record: (readings, year, tell) => growthRecord(readings, GROWTH_SPECIFICATION, year, tell),
  },
  prices(CONSUMER_PRICES),
  prices(PRODUCER_PRICES),
];

/** Throws AppError("not-found") for a target that is not nowcast. */
export function nowcastTarget(id: string): NowcastTarget {
  const found = NOWCAST_TARGETS.find((t) => t.id === id);
  if (!found)
    throw new AppError(
      "not-found",
      `no nowcast of "${id}"; there are ${NOWCAST_TARGETS.map((t) => t.id).join(", ")}`,
    );
  return found;
}
