import { pageOf } from "../../route/useRoute.ts";
import { WarningTabs } from "../alerts/WarningTabs.tsx";
import { EventPage } from "./EventPage.tsx";
import { OverviewPage } from "./OverviewPage.tsx";

const route = pageOf("/risk");

/** 风险监测: what is hot or cold, which risks are on, and how likely is the next? */
export function RiskPage() {
  const { event, range = "10", open = [] } = route.useSearch();
  return (
    <>
      <WarningTabs />
      {event === undefined ? (
        <OverviewPage range={range} open={open} />
      ) : (
        <EventPage id={event} range={range} />
      )}
    </>
  );
}
