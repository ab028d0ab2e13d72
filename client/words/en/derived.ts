import type { derived as zh } from "../zh/derived.ts";

export const derived: typeof zh = {
  heading: { M: "Single months, derived", Q: "Single quarters, derived" },
  none: "No single periods are derived",
  computing: (day) => `Deriving from the running totals known on ${day}`,
  ways: {
    published: "published",
    differenced: "derived: difference of running totals",
    parted: "derived: January and February parted",
    bridged: "several months together",
  },
  gaps: {
    "no-total": "no running total was published",
    within: "published together with the months after it",
    "total-fell": "the running total fell, so it was revised: not derived",
    "restated-within": "the running total was restated within the year: not derived",
    "no-growth": "no running growth was published",
    "too-rounded": "rounding leaves too wide a range: not derived",
  },
  covers: (months) => `${months} months together`,
  shows: { amounts: "Amounts", growth: "Growth on a year earlier" },
  show: "What to show",
  range: "Range",
  how: "How made",
  growth: "Growth on a year earlier",
  legend:
    "Dots are published figures, hollow ones January and February as parted, upright lines ranges, broad flat pieces growth of months together; points without a mark are derived from running totals.",
  subtitle: (parts) => parts.filter((p) => p !== "").join("; "),
  notPublished: "Derived, not published by the source",
  mixed: "dots as published, the rest derived",
  method: "How it is derived",
  refused: "What is not derived",
  restated: "Months in which published totals and published growth disagree",
  restatedLead: (n, period, published, byLevels) =>
    `${n} months: last year's base was restated. The latest is ${period}: published growth ${published}, ratio of the two totals ${byLevels}. Derived growth follows the published rate.`,
  csv: "Download derived figures",
  source: (source) => `Source: ${source}`,
  known: (day) => `Figures as of ${day}`,
  simulated: "simulated data, not real statistics",
  label: (name) => `Single periods of ${name}, derived`,
};
