import type { Indicator } from "../../../models/indicators/indicator.ts";
import type { MadeOf, Passport } from "../../routers/views.ts";
import { sourceWords } from "../catalogue.ts";

/** What every card of a result made of an indicator says of the indicator. */
export function madeOf(indicator: Indicator, passport: Passport): MadeOf {
  return {
    ...passport,
    indicator: indicator.id,
    name: indicator.name,
    short: indicator.short,
    unit: indicator.unit,
    decimals: indicator.decimals,
    source: sourceWords(indicator),
    simulated: indicator.simulated === true,
  };
}
