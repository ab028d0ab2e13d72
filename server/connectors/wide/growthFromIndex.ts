/**
 * The change in percent that an index on a base of 100 says, with as many decimals as the index has:
 * 99.9 is −0.1. `text` is the index as printed.
 */
export function growthFromIndex(index: number, text: string): number {
  const decimals = text.split(".")[1]?.length ?? 0;
  // Adding zero turns the −0 of 100 − 100 into 0.
  return Number((index - 100).toFixed(decimals)) + 0;
}
