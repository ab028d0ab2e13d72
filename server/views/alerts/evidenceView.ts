import { ANALYSES } from "../../../models/analyses/registry.ts";
import type { Words } from "../../../models/indicators/indicator.ts";
import { indicatorById } from "../../../models/indicators/registry.ts";
import type { Evidence, EvidenceSource } from "../../../models/warning/contract.ts";
import type { AlertDetail } from "../../routers/views.ts";
import type { Services } from "../../services.ts";
import { agencyName } from "../catalogue.ts";

/** Lines of evidence with the names of what their numbers come from; alerts kept before that was recorded have none. */
export function evidenceView(
  models: Pick<Services["models"], "get">,
  evidence: readonly Evidence[],
): AlertDetail["evidence"] {
  return evidence.map(({ from, ...line }) => ({
    ...line,
    source: from ? sourceOf(models, from) : null,
    vintage: from?.vintage ?? null,
  }));
}

function sourceOf(models: Pick<Services["models"], "get">, { kind, id }: EvidenceSource): Words {
  switch (kind) {
    case "indicator": {
      const indicator = indicatorById(id);
      return indicator ? agencyName(indicator.agency) : { zh: id, en: id };
    }
    case "model": {
      const title = models.get(id)?.model.title ?? { zh: id, en: id };
      return { zh: `模型“${title.zh}”`, en: `${title.en} (model)` };
    }
    case "analysis": {
      const title = ANALYSES.find((a) => a.id === id)?.title ?? { zh: id, en: id };
      return { zh: `“${title.zh}”分析`, en: `${title.en} (analysis)` };
    }
  }
}
