import { expect, it } from "vitest";
import { normalQuantile } from "./normalQuantile.ts";

it.each([
  [0.5, 0],
  [0.75, 0.674489750196082],
  [0.9, 1.2815515655446],
  [0.975, 1.95996398454005],
  [0.995, 2.5758293035489],
  [1e-10, -6.36134090240406],
])("qnorm(%s) = %s, as R prints it", (p, z) => expect(normalQuantile(p)).toBeCloseTo(z, 12));
it("is odd around one half", () => expect(normalQuantile(0.03)).toBeCloseTo(-normalQuantile(0.97), 13));
it("refuses certainty", () => expect(() => normalQuantile(1)).toThrow(RangeError));
