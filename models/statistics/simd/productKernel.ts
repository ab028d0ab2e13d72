import {
  add,
  addLanes,
  and,
  atLeast,
  type Code,
  choose,
  get,
  int,
  type Kernel,
  less,
  load,
  loadTwice,
  multiplyLanes,
  repeat,
  set,
  store,
  subtract,
  times,
  when,
  zeros,
} from "./assemble.ts";

// Addresses of the four arrays (base 0: none), sizes, and whether A and B are upper triangles.
const [BASE, A, B, C, M, K, N, UPPER_A, UPPER_B] = [0, 1, 2, 3, 4, 5, 6, 7, 8] as const;
// Row and column of the tile; bytes in a row of A and of B; limits; the four rows of A and the row of B in hand; a place in C₀ or C.
const [I, J, ROW_A, ROW_B, FROM, TO, END, A0, A1, A2, A3, AT_B, PLACE] = [
  9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21,
] as const;
const ROWS_OF_A = [A0, A1, A2, A3] as const;
// The tile: four rows of two vectors; then a row of B.
const SUMS = [
  [22, 23],
  [24, 25],
  [26, 27],
  [28, 29],
] as const;
const [LEFT, RIGHT] = [30, 31] as const;

const bytes = (count: Code): Code => times(count, int(8));
const step = (local: number, by: Code): Code => set(local, add(get(local), by));
const placeIn = (array: number): Code =>
  set(PLACE, add(get(array), bytes(add(times(get(I), get(N)), get(J)))));

/** One term of the sums: a column of four of A times a row of four of B. */
const term: Code = [
  ...set(LEFT, load(get(AT_B))),
  ...set(RIGHT, load(get(AT_B), 16)),
  ...SUMS.flatMap(([left, right], r) => [
    ...set(left, addLanes(get(left), multiplyLanes(loadTwice(get(ROWS_OF_A[r]!)), get(LEFT)))),
    ...set(right, addLanes(get(right), multiplyLanes(loadTwice(get(ROWS_OF_A[r]!)), get(RIGHT)))),
  ]),
  ...ROWS_OF_A.flatMap((row) => step(row, int(8))),
  ...step(AT_B, get(ROW_B)),
];

const start: Code = when(
  get(BASE),
  [
    ...placeIn(BASE),
    ...SUMS.flatMap(([left, right]) => [
      ...set(left, load(get(PLACE))),
      ...set(right, load(get(PLACE), 16)),
      ...step(PLACE, get(ROW_B)),
    ]),
  ],
  SUMS.flat().flatMap((sum) => set(sum, zeros)),
);

const finish: Code = [
  ...placeIn(C),
  ...SUMS.flatMap(([left, right]) => [
    ...store(get(PLACE), get(left)),
    ...store(get(PLACE), get(right), 16),
    ...step(PLACE, get(ROW_B)),
  ]),
];

const tile: Code = [
  ...set(FROM, choose(get(UPPER_A), get(I), int(0))),
  ...set(TO, add(get(J), int(4))),
  ...set(TO, choose(and(get(UPPER_B), less(get(TO), get(K))), get(TO), get(K))),
  ...set(A0, add(get(A), bytes(add(times(get(I), get(K)), get(FROM))))),
  ...set(A1, add(get(A0), get(ROW_A))),
  ...set(A2, add(get(A1), get(ROW_A))),
  ...set(A3, add(get(A2), get(ROW_A))),
  ...set(END, add(get(A0), bytes(subtract(get(TO), get(FROM))))),
  ...set(AT_B, add(get(B), bytes(add(times(get(FROM), get(N)), get(J))))),
  ...start,
  ...when(less(get(A0), get(END)), repeat(term, less(get(A0), get(END)))),
  ...finish,
];

/**
 * `product`(base, a, b, c, m, k, n, upperA, upperB): C ← C₀ + A B as `product.ts` says, sums in the same order.
 * Tiles of 4 × 4, eight vectors of two doubles. A tile at an edge runs over it: into the next row, which is written
 * later because columns go from the last tile to the first and rows from the first to the last, and after the last row
 * into the slack behind the array.
 */
export const productKernel: Kernel = {
  name: "product",
  parameters: 9,
  integers: 13,
  vectors: 10,
  body: [
    ...set(ROW_A, bytes(get(K))),
    ...set(ROW_B, bytes(get(N))),
    ...set(I, int(0)),
    ...repeat(
      [
        ...set(J, and(subtract(get(N), int(1)), int(-4))),
        ...repeat([...tile, ...step(J, int(-4))], atLeast(get(J), int(0))),
        ...step(I, int(4)),
      ],
      less(get(I), get(M)),
    ),
  ],
};
