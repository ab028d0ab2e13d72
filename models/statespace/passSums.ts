/** What the likelihood is made of. */
export interface PassSums {
  /** Σ log F over terms with a proper variance. */
  logF: number;
  /** Σ v²/F over the same. */
  squares: number;
  terms: number;
  /** Σ log F∞ over terms that took up a diffuse element. */
  logFinf: number;
  diffuseTerms: number;
  /** Diffuse elements that the data never reached. */
  unreached: number;
  /** Why there is no likelihood: a variance below zero or not finite, or an error where none is possible. */
  failure: { t: number; series: number; variance: number; error: number } | null;
}
