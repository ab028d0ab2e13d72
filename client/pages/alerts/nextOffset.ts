/** Where the next page of a list begins when `pages` of `limit` are here and it holds `of`; null at its end. */
export function nextOffset({
  pages,
  limit,
  of,
}: {
  pages: number;
  limit: number;
  of: number;
}): number | null {
  const offset = pages * limit;
  return offset < of ? offset : null;
}
