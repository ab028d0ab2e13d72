import { derivationOf, whyNotDerived } from "../../../models/yearToDate/china/derivations.ts";
import type { SeriesView } from "../../../server/routers/views.ts";
import { DerivedCard } from "./DerivedCard.tsx";
import { SeasonalCard } from "./SeasonalCard.tsx";

/** Adjusted and derived series are made of the nation's figures. */
const NATION = "CHN";

/** What is computed here of an indicator's figures: single periods out of a running total, and the adjusted series. */
export function MadeCards({ view }: { view: SeriesView }) {
  const { indicator, region } = view.meta;
  if (region !== NATION) return null;
  const derives = derivationOf(indicator.id) !== null || whyNotDerived(indicator.id) !== null;
  return (
    <>
      {derives && (
        <DerivedCard
          indicator={indicator.id}
          day={view.asOf}
          frequency={indicator.frequency === "Q" ? "Q" : "M"}
        />
      )}
      <SeasonalCard indicator={indicator.id} day={view.asOf} />
    </>
  );
}
