import type { outlook as zh } from "../zh/outlook.ts";

export const outlook: typeof zh = {
  computing: "Being worked out on what was known that day; the first look takes some seconds",
  computingNow: "Being worked out on the newest figures",
  news: {
    subtitle: (name, period, value, low, high) =>
      `${name}, ${period}: nowcast ${value}, 80% interval ${low} to ${high}`,
    day: (date) => `What the figures of ${date} did to it, percentage points`,
    days: (from, to) => `What the figures of ${from} to ${to} did to it, percentage points`,
    published: "Released",
    others: (n) => (n === 1 ? "1 other" : `${n} others`),
    total: "Together",
    indicator: "Indicator",
    period: "Period",
    actual: "Actual",
    expected: "Expected",
    impact: "Effect",
    revisions: "Revised figures",
    parameters: "Estimated anew",
    still: "The figures of that day did not move it",
    none: "No nowcast that has earned trust",
    more: "The whole forecast",
    record: (ratio, n, covered) =>
      `At this distance its errors were ${ratio} of the last figure's (${n} periods); the 80% interval held ${covered}%`,
    source: (source, day) => `${source} · figures up to ${day}`,
  },
  ahead: {
    title: "What comes next",
    subtitle: "Phase of the cycle, risks and the goal of the year, on what was known that day",
    phase: "Phase of the cycle",
    phases: { "1": "Expansion", "-1": "Contraction", "0": "No turn yet" },
    since: (month, provisional) => `since ${month}${provisional ? " (provisional)" : ""}`,
    odds: (share, n) => `${share}% of turns of its age stood (${n} cases)`,
    noPhase: "Too little was known by that day to tell the phase",
    risk: "Risks",
    on: (names) => `Under way: ${names}`,
    calm: "None of the events watched is under way",
    probability: (months, p, low, high) =>
      `${p}% (${low} to ${high}%) that another begins within ${months} months`,
    noRisk: "Too little was known by that day to tell the risks",
    goal: "Goal of growth",
    noGoal: "No trusted nowcast, so no probability",
    goalUnset: "No goal of growth was in force in numbers that day",
    toCycle: "Cycle",
    toRisk: "Risks",
    toForecast: "Forecast",
  },
};
