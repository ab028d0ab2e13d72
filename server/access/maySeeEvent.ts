import type { User } from "../../db/stores/contract.ts";
import type { LiveEvent } from "../routers/views.ts";
import { mayReadAlert } from "../views/alerts/mayReadAlert.ts";
import { allowed } from "./permissions.ts";

/**
 * May this user be told of an event? Alerts speak of a figure, so grades decide; loads and runs go to those who may
 * open the pages that show them; that there are new data is no secret.
 */
export function maySeeEvent(user: User, event: LiveEvent): boolean {
  switch (event.kind) {
    case "alert":
      return mayReadAlert(user, {
        rule: event.rule,
        subject: { indicator: event.indicator, region: event.region },
      });
    case "load":
      return allowed("sources.overview", user.role);
    case "run":
      return allowed("models.get", user.role);
    case "data":
      return true;
  }
}
