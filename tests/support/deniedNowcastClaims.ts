import type { NowcastResult } from "../../models/nowcast/china/nowcastResult.ts";
import type { StageSummary } from "../../models/nowcast/china/recordSummary.ts";
import type { Headline, NowcastStep } from "../../server/routers/views.ts";

type Claim = Headline["claims"][number];
type Told = Pick<NowcastResult, "density" | "path" | "steps">;

const near = (a: number | undefined, b: number | undefined): boolean =>
  a !== undefined && b !== undefined && Math.abs(a - b) < 1e-9;
const last = <T>(of: readonly T[]): T | undefined => of.at(-1);

/** Impact of a part over some steps, summed from the items themselves. */
function impactOf(steps: NowcastResult["steps"], part: string): number {
  return steps.reduce((sum, s) => {
    if (part === "revisions" || part === "parameters") return sum + s[part];
    return sum + s.items.filter((i) => i.group === part).reduce((a, i) => a + i.impact, 0);
  }, 0);
}

/** Claims of a nowcast's sentences that its own figures deny; `moved` are the steps that the newest move is made of. */
export function deniedNowcastClaims(headline: Headline, told: Told, moved: NowcastResult["steps"]): string[] {
  const holds = (c: Claim): boolean => {
    const [kind, part = ""] = c.kind.split(":");
    switch (kind) {
      case "nowcast-mean":
        return near(c.value, told.density.mean);
      case "nowcast-move":
        return near(
          c.value,
          moved.reduce((a, s) => a + s.change, 0),
        );
      case "nowcast-main": {
        const own = impactOf(moved, part);
        const others = [
          "production",
          "investment",
          "consumption",
          "trade",
          "prices",
          "survey",
          "money",
          "revisions",
          "parameters",
        ];
        return (
          near(c.value, own) &&
          others.every((o) => impactOf(moved, o) * Math.sign(own) <= Math.abs(own) + 1e-12)
        );
      }
      case "path-first":
        return near(c.value, told.path[0]?.density.mean);
      case "path-last":
        return near(c.value, last(told.path)?.density.mean);
      case "path-up":
      case "path-down":
        return near(c.value, impactOf(told.steps, part)) && (kind === "path-up") === c.value! > 0;
      default:
        return false;
    }
  };
  return headline.claims.filter((c) => !holds(c)).map((c) => JSON.stringify(c));
}

/** Claims of one day's title that the day denies. */
export function deniedStepClaims(step: Omit<NowcastStep, "parts">): string[] {
  const holds = (c: Claim): boolean => {
    if (c.kind === "step-figures") return c.value === step.items.length;
    if (c.kind === "step-change") return near(c.value, step.change);
    if (c.kind === "step-besides:revisions" || c.kind === "step-besides:parameters") {
      const own = c.kind.endsWith("revisions") ? step.revisions : step.parameters;
      const others = [step.revisions, step.parameters, ...step.items.map((i) => i.impact)];
      return near(c.value, own) && others.every((o) => Math.abs(o) <= Math.abs(own));
    }
    if (c.kind !== "step-largest") return false;
    return step.items.some(
      (i) =>
        i.indicator === c.indicator &&
        near(i.impact, c.value) &&
        step.items.every((o) => Math.abs(o.impact) <= Math.abs(i.impact)),
    );
  };
  return step.title.claims.filter((c) => !holds(c)).map((c) => JSON.stringify(c));
}

/** Claims of the record's title that its stage denies. */
export function deniedRecordClaims(headline: Headline, stage: StageSummary): string[] {
  const holds = (c: Claim): boolean =>
    (c.kind === "record-rmse" && near(c.value, stage.nowcast.rmse)) ||
    (c.kind === "record-relative" && near(c.value, stage.nowcast.rmse / stage.against.naive.rmse));
  return headline.claims.filter((c) => !holds(c)).map((c) => JSON.stringify(c));
}
