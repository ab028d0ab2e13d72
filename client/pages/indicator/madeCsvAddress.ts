/** Address of the file of what is computed here of an indicator, as known on the day shown. */
export function madeCsvAddress(
  kind: "seasonal" | "derived",
  of: { indicator: string; asOf: string },
  lang: "zh" | "en",
): string {
  const search = new URLSearchParams({ indicator: of.indicator, asOf: of.asOf, lang });
  return `/api/export/${kind}.csv?${search}`;
}
