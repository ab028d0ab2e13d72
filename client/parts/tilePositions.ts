/**
 * Rows and columns of the 34 provincial-level regions on a grid that keeps their neighbours roughly in place.
 * A tile grid states no borders. Codes: six digits of GB/T 2260.
 */
export const TILE_POSITIONS: Readonly<Record<string, readonly [row: number, column: number]>> = {
  "230000": [0, 10],
  "220000": [1, 10],
  "150000": [1, 8],
  "650000": [2, 1],
  "620000": [2, 4],
  "640000": [2, 5],
  "140000": [2, 7],
  "110000": [2, 8],
  "120000": [2, 9],
  "210000": [2, 10],
  "630000": [3, 3],
  "610000": [3, 6],
  "410000": [3, 7],
  "130000": [3, 8],
  "370000": [3, 9],
  "540000": [4, 2],
  "510000": [4, 4],
  "500000": [4, 5],
  "420000": [4, 7],
  "340000": [4, 8],
  "320000": [4, 9],
  "310000": [4, 10],
  "520000": [5, 5],
  "430000": [5, 6],
  "360000": [5, 8],
  "330000": [5, 9],
  "530000": [6, 4],
  "450000": [6, 6],
  "440000": [6, 7],
  "350000": [6, 8],
  "710000": [6, 10],
  "460000": [7, 6],
  "820000": [7, 7],
  "810000": [7, 8],
};

export const TILE_ROWS = 8;
export const TILE_COLUMNS = 10;
