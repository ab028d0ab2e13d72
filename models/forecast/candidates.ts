import type { ForecastModel } from "./contract.ts";

/**
 * Candidates: models that run when a modeler asks for them, heavier or in need of drivers (`drivers.ts`). Each is
 * loaded when it is first wanted, so that a thread that runs the daily ones starts without them.
 */
const LOADERS: Readonly<Record<string, () => Promise<ForecastModel>>> = {
  arimax: async () => (await import("./arima/arimax.ts")).arimax,
  structural: async () => (await import("./structural/structural.ts")).structural,
  theta: async () => (await import("./theta/theta.ts")).theta,
  "theta-conformal": async () => {
    const [{ conformal }, { theta }] = await Promise.all([
      import("./conformal.ts"),
      import("./theta/theta.ts"),
    ]);
    return conformal(theta);
  },
  bridge: async () => (await import("./bridge/bridge.ts")).bridge,
  midas: async () => (await import("./midas/midas.ts")).midas,
  var: async () => (await import("./var/var.ts")).vectorAutoregression,
  vecm: async () => (await import("./vecm/vecm.ts")).vectorErrorCorrection,
  bvar: async () => (await import("./bvar/bvar.ts")).bayesianVar,
  favar: async () => (await import("./favar/favar.ts")).factorAugmented,
};

/** Ids of the candidates, known without loading them. */
export const CANDIDATE_IDS: readonly string[] = Object.keys(LOADERS);

/** The candidate of an id; null for an id that is none. */
export async function candidate(id: string): Promise<ForecastModel | null> {
  return Object.hasOwn(LOADERS, id) ? LOADERS[id]!() : null;
}

/** All of them. */
export function candidates(): Promise<ForecastModel[]> {
  return Promise.all(Object.values(LOADERS).map((load) => load()));
}
