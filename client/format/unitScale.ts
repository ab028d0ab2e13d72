/** How a magnitude is read: shared with the sentences that the server makes. */
export { type UnitScale, unitScale } from "../../models/indicators/unitScale.ts";
