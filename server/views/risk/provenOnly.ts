import type { RiskEvent, RiskEventView, RiskOverview } from "../../routers/views.ts";
import { eventHeadline } from "./eventTitles.ts";

/**
 * What a leader reads of risks: no probability whose own past record does not support it, no path of one, and none of the models
 * behind it. The state of the event, its signals, months like today and the verdict on the record stay: they are no forecasts.
 */
export const provenOnly = {
  event(event: RiskEvent): RiskEvent {
    if (event.proven) return event;
    return { ...event, probability: null, withheld: true, spark: { periods: [], values: [] } };
  },

  view(view: RiskEventView): RiskEventView {
    if (view.proven) return view;
    const event = provenOnly.event(view);
    const none = view.months.map(() => null);
    return {
      ...view,
      ...event,
      headline: eventHeadline(event),
      joined: { ...view.joined, value: none, lower: none, upper: none },
      cutoffs: none,
      models: [],
      contributions: [],
    };
  },

  /** The composite is proven or not as a whole: its parts are points of it, whatever the record of each event alone. */
  overview(view: RiskOverview): RiskOverview {
    const { composite, why, events } = view;
    return {
      ...view,
      composite: composite?.proven ? composite : null,
      why: composite && !composite.proven ? composite.verdict : why,
      events: events.map((card) => ({ ...card, event: card.event && provenOnly.event(card.event) })),
    };
  },
};
