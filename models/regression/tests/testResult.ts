/** A test's answer: the statistic, its degrees of freedom and the probability of one as large under the null. */
export interface TestResult {
  statistic: number;
  df: number;
  /** Second degrees of freedom of an F test. */
  df2?: number;
  p: number;
}
