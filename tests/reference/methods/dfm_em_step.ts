import { fitFactorModel } from "../../../models/nowcast/fitFactorModel.ts";
import type { ReferenceCase } from "../case.ts";
import type { Compare } from "../compare.ts";
import type { MethodCheck } from "../method.ts";
import { compareParameters, type MqParams, mqModel, mqPanel, mqParameters } from "./dynamic_factor_mq.ts";

type After = { params: number[]; llf: number };

export const check: MethodCheck = {
  method: "dfm_em_step",
  answeredBy: "nowcast/statsmodelsStep.ts#statsmodelsStep",
  source: "Bańbura & Modugno (2014) eq. 6–8, by the conventions of statsmodels' DynamicFactorMQ",
  tolerance: "log-likelihood 1e-6 absolute; parameters 1e-9 of the largest of their group",
  reason: "deterministic steps; the peer's filter freezes at its convergence of F",
  check(c: ReferenceCase, compare: Compare): void {
    const params = c.params as unknown as MqParams;
    const input = c.input as unknown as Parameters<typeof mqPanel>[0];
    const model = mqModel(input, params);
    const panel = mqPanel(input);
    const start = mqParameters(c.output.start_params as number[], model);
    for (const [key, value] of Object.entries(c.output)) {
      const steps = /^after_(\d+)$/.exec(key)?.[1];
      if (!steps) continue;
      const { params: vector, llf } = value as After;
      const fit = fitFactorModel(model, panel, {
        em: "statsmodels",
        start,
        maxIterations: Number(steps),
        tolerance: 0,
      });
      compare.equal(`iterations of ${key}`, fit.iterations, Number(steps));
      compare.absolute(`log-likelihood ${key}`, fit.path.at(-1), llf, 1e-6);
      compareParameters(key, fit.parameters, mqParameters(vector, model), 1e-9, compare);
    }
  },
};
