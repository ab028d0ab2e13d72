import type { Locator } from "playwright-core";
import { expect } from "vitest";
import { textOf } from "./textOf.ts";

/**
 * What a place on the page comes to read: asked again until the expectation holds. After a click the address
 * moves before the page is drawn, so a text read once may be the one before the click.
 */
export const reads = (place: Locator) => expect.poll(() => textOf(place));
