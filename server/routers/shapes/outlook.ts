import type { CycleTurn } from "../../../models/analyses/cycleResult.ts";
import type { Words } from "../../../models/indicators/indicator.ts";
import type { NewsItem, ToldDensity } from "../../../models/nowcast/china/nowcastResult.ts";
import type { StageSummary } from "../../../models/nowcast/china/recordSummary.ts";
import type { IsoDate } from "../../../models/series/date.ts";
import type { FanView } from "./forecast.ts";
import type { NamedIndicator, NowcastChance, NowcastView } from "./nowcast.ts";
import type { Headline, Passport } from "./passport.ts";
import type { RiskEventCard, ToldProbability } from "./risk.ts";

/** What moved a nowcast over some days: change = Σ impacts + revisions + parameters, in percentage points of the target. */
export interface OutlookMoves {
  /** First and last day on which something came. */
  from: IsoDate;
  to: IsoDate;
  change: number;
  /** The largest first. */
  items: (NewsItem & { day: IsoDate })[];
  revisions: number;
  parameters: number;
}

/** The nowcast as the cockpit tells it: where it stands, what moved it last, how it did before. */
export interface OutlookNowcast
  extends Pick<
    NowcastView,
    "headline" | "name" | "unit" | "decimals" | "source" | "why" | "record" | "parts"
  > {
  /** null where it may not be shown: `why` says why. */
  told: {
    period: string;
    day: IsoDate;
    density: ToldDensity;
    chances: NowcastChance[];
    /** What moved it of late; null at the beginning of its path. */
    moves: OutlookMoves | null;
  } | null;
  indicators: Record<string, NamedIndicator>;
}

/** The phase of the coincident index. */
export interface OutlookPhase {
  headline: Headline;
  /** Newest month of the index. */
  month: string;
  /** 1 expansion, −1 contraction, 0 no turn known. */
  phase: -1 | 0 | 1;
  turn: CycleTurn | null;
}

export interface OutlookRisk {
  headline: Headline;
  /** Probability that an event begins; null where the past record does not support one. */
  latest: ToldProbability | null;
  /** Months ahead that it speaks about. */
  window: number;
  /** What the past record says of the probability, or why there is none. */
  verdict: Words | null;
  events: Pick<RiskEventCard, "id" | "title">[];
  /** Ids of the events that are on. */
  on: string[];
}

/** The path of growth: of the forecast model relied on or, where none is, of the nowcast as far as its record goes. */
export interface OutlookFan extends FanView {
  title: Headline;
  /** How the nowcast did at the distance of each period drawn; null where a forecast model draws them, or nothing is drawn. */
  tracks: StageSummary[] | null;
}

/** What comes next, for the leader's page; each part is null where the day knew too little for it. */
export interface OutlookView extends Passport {
  nowcast: OutlookNowcast;
  fan: OutlookFan;
  phase: OutlookPhase | null;
  risk: OutlookRisk | null;
}
