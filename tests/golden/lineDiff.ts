/**
 * The lines that left and the lines that came, in order, each with its sign: enough to review lists that are
 * sorted and hold no line twice by chance. A line that stands in both as often is not shown.
 */
export function lineDiff(before: string, after: string): string[] {
  const count = (text: string): Map<string, number> => {
    const counts = new Map<string, number>();
    for (const line of text.split("\n")) counts.set(line, (counts.get(line) ?? 0) + 1);
    return counts;
  };
  const [old, fresh] = [count(before), count(after)];
  const only = (
    text: string,
    mine: Map<string, number>,
    theirs: Map<string, number>,
    sign: string,
  ): string[] => {
    const left = new Map([...mine].map(([line, n]) => [line, n - (theirs.get(line) ?? 0)]));
    return text.split("\n").flatMap((line) => {
      const n = left.get(line) ?? 0;
      if (n <= 0) return [];
      left.set(line, n - 1);
      return [`${sign} ${line.trim()}`];
    });
  };
  return [...only(before, old, fresh, "−"), ...only(after, fresh, old, "+")];
}
