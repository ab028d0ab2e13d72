import { alertsWords } from "./alerts.ts";
import { alertTermsWords } from "./alertTerms.ts";
import { cockpitWords } from "./cockpit.ts";
import { alerts } from "./en/alerts.ts";
import { alertTerms } from "./en/alertTerms.ts";
import { cockpit } from "./en/cockpit.ts";
import { login } from "./en/login.ts";
import { outlook } from "./en/outlook.ts";
import { parts } from "./en/parts.ts";
import { shell } from "./en/shell.ts";
import { loginWords } from "./login.ts";
import { outlookWords } from "./outlook.ts";
import { partsWords } from "./parts.ts";
import { shellWords } from "./shell.ts";

/** Puts the English words in place. One chunk, fetched by `loadEnglish`. */
export function fillEnglish(): void {
  alertsWords.fill(alerts);
  alertTermsWords.fill(alertTerms);
  cockpitWords.fill(cockpit);
  loginWords.fill(login);
  outlookWords.fill(outlook);
  partsWords.fill(parts);
  shellWords.fill(shell);
}
