import type { CodeLanguage } from "./search.ts";

export interface AccessRequest {
  /** Where the product answers, e.g. http://host:4600. */
  origin: string;
  indicator: string;
  region: string;
  transform: string;
  /** The day the data are pinned to. */
  asOf: string;
  lang: "zh" | "en";
}

/** Address of the CSV that holds exactly what the page shows, pinned to a day. */
export function csvAddress(request: AccessRequest, vintages: "latest" | "all" = "latest"): string {
  const url = new URL("/api/export/series.csv", request.origin);
  url.searchParams.set("indicator", request.indicator);
  url.searchParams.set("region", request.region);
  if (request.transform !== "none") url.searchParams.set("transform", request.transform);
  url.searchParams.set("asOf", request.asOf);
  url.searchParams.set("lang", request.lang);
  if (vintages === "all") url.searchParams.set("vintages", "all");
  return url.toString();
}

/** Lines that fetch the series in the reader's own tool. Comment lines of the file begin with #. */
export function accessCode(request: AccessRequest, language: CodeLanguage): string {
  const url = csvAddress(request);
  switch (language) {
    case "http":
      return `curl --cookie "guanlan_session=$GUANLAN_SESSION" \\\n  "${url}"`;
    case "python":
      return [
        "import io, os, requests",
        "import pandas as pd",
        "",
        `url = "${url}"`,
        'cookie = {"guanlan_session": os.environ["GUANLAN_SESSION"]}',
        "answer = requests.get(url, cookies=cookie)",
        "answer.raise_for_status()",
        'data = pd.read_csv(io.StringIO(answer.content.decode("utf-8-sig")), comment="#")',
      ].join("\n");
    case "r":
      return [
        "library(httr2)",
        "",
        `url <- "${url}"`,
        "answer <- request(url) |>",
        '  req_headers(Cookie = paste0("guanlan_session=", Sys.getenv("GUANLAN_SESSION"))) |>',
        "  req_perform()",
        'data <- read.csv(text = sub("^\\ufeff", "", resp_body_string(answer)), comment.char = "#")',
      ].join("\n");
    case "excel":
      return [
        "let",
        "  Answer = Web.Contents(",
        `    "${url}",`,
        '    [Headers = [Cookie = "guanlan_session=" & Session]]),',
        '  Table = Csv.Document(Answer, [Delimiter = ",", Encoding = 65001])',
        "in",
        "  Table",
      ].join("\n");
  }
}
