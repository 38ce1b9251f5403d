/** `YYYY-MM-DD`. */
export type IsoDate = string;

/** Closed stretch of days; `precision` says how much of it the text really gave. */
export interface Interval {
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly precision: 'day' | 'week' | 'month' | 'year';
}
