/** Bytes of WebAssembly code. Expressions below nest as the formula does: operands first, as the stack machine wants them. */
export type Code = readonly number[];

export interface Kernel {
  name: string;
  /** Locals 0 … parameters − 1: whole numbers, addresses in bytes. */
  parameters: number;
  /** The next locals: whole numbers, then vectors of two doubles. */
  integers: number;
  vectors: number;
  body: Code;
}

const I32 = 0x7f;
const V128 = 0x7b;
const NOTHING = 0x40;
/** "\0asm", version 1. */
const HEADER: Code = [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0];

/** LEB128 of a whole number ≥ 0: seven bits a byte, the lowest first, the top bit where more follow. */
export function unsigned(value: number): number[] {
  return value < 128 ? [value] : [(value & 127) | 128, ...unsigned(value >>> 7)];
}

/** LEB128 of a signed number: the last byte's bit 6 is its sign. */
export function signed(value: number): number[] {
  return value >= -64 && value < 64 ? [value & 127] : [(value & 127) | 128, ...signed(value >> 7)];
}

export const get = (local: number): Code => [0x20, ...unsigned(local)];
export const set = (local: number, value: Code): Code => [...value, 0x21, ...unsigned(local)];

export const int = (value: number): Code => [0x41, ...signed(value)];
export const add = (a: Code, b: Code): Code => [...a, ...b, 0x6a];
export const subtract = (a: Code, b: Code): Code => [...a, ...b, 0x6b];
export const times = (a: Code, b: Code): Code => [...a, ...b, 0x6c];
export const and = (a: Code, b: Code): Code => [...a, ...b, 0x71];
export const less = (a: Code, b: Code): Code => [...a, ...b, 0x48];
export const atLeast = (a: Code, b: Code): Code => [...a, ...b, 0x4e];
/** `yes` where the condition is not zero; both are evaluated. */
export const choose = (condition: Code, yes: Code, no: Code): Code => [...yes, ...no, ...condition, 0x1b];

/** Two doubles from an address; it need not be aligned. */
export const load = (address: Code, offset = 0): Code => [...address, 0xfd, 0x00, 3, ...unsigned(offset)];
/** One double in both lanes. */
export const loadTwice = (address: Code, offset = 0): Code => [
  ...address,
  0xfd,
  0x0a,
  3,
  ...unsigned(offset),
];
export const store = (address: Code, value: Code, offset = 0): Code => [
  ...address,
  ...value,
  0xfd,
  0x0b,
  3,
  ...unsigned(offset),
];
export const zeros: Code = [0xfd, 0x0c, ...Array.from({ length: 16 }, () => 0)];
export const addLanes = (a: Code, b: Code): Code => [...a, ...b, 0xfd, ...unsigned(0xf0)];
export const multiplyLanes = (a: Code, b: Code): Code => [...a, ...b, 0xfd, ...unsigned(0xf2)];

export const when = (condition: Code, yes: Code, no: Code = []): Code => [
  ...condition,
  0x04,
  NOTHING,
  ...yes,
  ...(no.length > 0 ? [0x05, ...no] : []),
  0x0b,
];
/** The body once, and again while the condition holds. */
export const repeat = (body: Code, condition: Code): Code => [
  0x03,
  NOTHING,
  ...body,
  ...condition,
  0x0d,
  0,
  0x0b,
];

const sized = (bytes: Code): Code => [...unsigned(bytes.length), ...bytes];
const list = (items: readonly Code[]): Code => [...unsigned(items.length), ...items.flat()];
const section = (id: number, items: readonly Code[]): Code => [id, ...sized(list(items))];
const text = (value: string): Code => sized([...new TextEncoder().encode(value)]);

/** A module that exports its kernels, which return nothing, and its `memory`, one page of 64 KB until it is grown. */
export function assemble(kernels: readonly Kernel[]): Uint8Array<ArrayBuffer> {
  return Uint8Array.from([
    ...HEADER,
    ...section(
      1,
      kernels.map(({ parameters }) => [0x60, ...list(Array.from({ length: parameters }, () => [I32])), 0]),
    ),
    ...section(
      3,
      kernels.map((_, i) => unsigned(i)),
    ),
    ...section(5, [[0, 1]]),
    ...section(7, [
      [...text("memory"), 2, 0],
      ...kernels.map(({ name }, i) => [...text(name), 0, ...unsigned(i)]),
    ]),
    ...section(
      10,
      kernels.map(({ integers, vectors, body }) =>
        sized([
          ...list([
            [...unsigned(integers), I32],
            [...unsigned(vectors), V128],
          ]),
          ...body,
          0x0b,
        ]),
      ),
    ),
  ]);
}
