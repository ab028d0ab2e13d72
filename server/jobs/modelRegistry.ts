import type { ForecastModel } from "../../models/forecast/contract.ts";

export interface RegisteredModel {
  model: ForecastModel;
  source: "built-in" | "added";
  /** Runs by itself when figures land; the others are candidates, which run when a modeler asks. */
  daily: boolean;
  /** The file an added model came from. */
  file: string | null;
}

/** Every forecast model this process knows: the built-in ones and those found in the modelers' folder. */
export interface ModelRegistry {
  readonly models: readonly RegisteredModel[];
  get(id: string): RegisteredModel | null;
  /** Files of the folder that could not join, and why. */
  readonly failures: readonly { file: string; reason: string }[];
}
