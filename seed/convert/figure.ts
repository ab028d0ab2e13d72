/** One cell of a table, placed: what it is, for where, about when. The number stays as the table writes it. */
export interface Figure {
  indicator: string;
  region: string;
  period: string;
  text: string;
  /** The day a record says it came out, where the table itself is such a record. */
  announced?: string;
  /** The period whose publication brought it, where that is not its own. */
  cameOutWith?: string;
}
