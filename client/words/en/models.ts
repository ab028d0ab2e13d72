import type { models as zh } from "../zh/models.ts";

export const models: typeof zh = {
  title: "Models",
};
