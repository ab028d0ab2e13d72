/**
 * Average duration of run: (n − 1) / number of runs, a run being successive rises or successive falls; an unchanged
 * figure continues the run it stands in. 1.5 for white noise, 2 for a random walk. Wallis & Moore (1941).
 */
export function averageDuration(x: ArrayLike<number>): number {
  let direction = 0;
  let runs = 1;
  for (let t = 1; t < x.length; t++) {
    const step = Math.sign(x[t]! - x[t - 1]!);
    if (step === 0) continue;
    if (direction !== 0 && step !== direction) runs++;
    direction = step;
  }
  return (x.length - 1) / runs;
}
