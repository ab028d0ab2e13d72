import { expect, it } from "vitest";
import { GROWTH_SPECIFICATION } from "./growthSpecification.ts";
import { specificationHash } from "./specification.ts";

it("a specification has one hash, and another with any change", () => {
  expect(specificationHash(GROWTH_SPECIFICATION)).toMatch(/^[0-9a-f]{8}$/);
  expect(specificationHash({ ...GROWTH_SPECIFICATION, order: 2 })).not.toBe(
    specificationHash(GROWTH_SPECIFICATION),
  );
});
