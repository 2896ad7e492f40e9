import type { House } from './house.ts';

/** One line of the table: what was measured, and what it is measured against. */
export interface Row {
  what: string;
  measured: string;
  against: string;
  /** The measure that other machines should come to as well. */
  ratio: string;
  aim?: string;
}
export interface Part {
  name: string;
  run(house: House): Promise<Row[]>;
}

export const round = (value: number, digits = 0): string => value.toFixed(digits);
export const perSecond = (value: number): string => `${value < 100 ? value.toFixed(1) : Math.round(value).toLocaleString('en')}/s`;
/** The value below which this share of all lies. */
export const share = (all: readonly number[], part: number): number =>
  all.toSorted((a, b) => a - b)[Math.min(all.length - 1, Math.floor(all.length * part))] ?? Number.NaN;
