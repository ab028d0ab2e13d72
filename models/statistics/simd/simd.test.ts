import { describe, expect, it } from "vitest";
import { zigguratSource } from "../random/ziggurat.ts";
import { signed, unsigned } from "./assemble.ts";
import { inWorkspace } from "./workspace.ts";

const SIZES = [1, 2, 3, 4, 5, 7, 12, 21];

function worked(
  m: number,
  k: number,
  n: number,
  upperA: boolean,
  upperB: boolean,
  withBase: boolean,
  simd: boolean,
) {
  const shapes = [
    { length: m * n, width: n },
    { length: m * k, width: k },
    { length: k * n, width: n },
    { length: m * n, width: n },
  ];
  return inWorkspace(
    shapes,
    ({ arrays: [base, a, b, c], product }) => {
      const source = zigguratSource(m * 10_000 + k * 100 + n);
      for (const array of [base!, a!, b!]) source.fill(array);
      if (upperA) for (let i = 0; i < m; i++) a!.fill(0, i * k, i * k + Math.min(i, k));
      if (upperB) for (let p = 0; p < k; p++) b!.fill(0, p * n, p * n + Math.min(p, n));
      const given = [base!, a!, b!].map((x) => x.slice());
      product(withBase ? base! : null, a!, b!, c!, m, k, n, upperA, upperB);
      const kept = [base!, a!, b!].every((x, i) => x.every((value, at) => value === given[i]![at]));
      return { c: c!.slice(), given, kept };
    },
    simd,
  );
}

describe("products in SIMD kernels", () => {
  it("has kernels on this machine", () => {
    const shared = inWorkspace([{ length: 4, width: 2 }], ({ arrays }) => arrays[0]!.buffer.byteLength);
    expect(shared).toBeGreaterThanOrEqual(65_536);
  });

  it("agree with plain TypeScript and with the definition, whatever the sizes and triangles", () => {
    const apart: unknown[] = [];
    for (const m of SIZES)
      for (const k of SIZES)
        for (const n of SIZES)
          for (const kind of [0, 1, 2, 3]) {
            const [upperA, upperB, withBase] = [(kind & 1) > 0, (kind & 2) > 0, (m + k + n + kind) % 2 > 0];
            const kernel = worked(m, k, n, upperA, upperB, withBase, true);
            const plain = worked(m, k, n, upperA, upperB, withBase, false);
            const [base, a, b] = kernel.given;
            let worst = 0;
            for (let i = 0; i < m; i++)
              for (let j = 0; j < n; j++) {
                const at = i * n + j;
                let s = withBase ? base![at]! : 0;
                for (let p = 0; p < k; p++) s += a![i * k + p]! * b![p * n + j]!;
                const off = Math.max(Math.abs(kernel.c[at]! - s), Math.abs(plain.c[at]! - s));
                worst = Math.max(worst, off / Math.max(1, Math.abs(s)));
              }
            if (!(worst < 1e-12 && kernel.kept && plain.kept)) apart.push({ m, k, n, kind, worst });
          }
    expect(apart).toEqual([]);
  });

  it("lends arrays of zeros, of its own to work within work, and takes them back from work that fails", () => {
    const shape = { length: 6, width: 3 };
    inWorkspace([shape], ({ arrays: [outer] }) => {
      outer!.fill(7);
      inWorkspace([{ length: 200_000, width: 3 }], ({ arrays: [inner] }) => {
        expect(inner!.every((v) => v === 0)).toBe(true);
        inner!.fill(9);
      });
      expect([...outer!]).toEqual([7, 7, 7, 7, 7, 7]);
    });
    let lent: ArrayBufferLike | undefined;
    const failing = () =>
      inWorkspace([shape], ({ arrays: [array] }) => {
        lent = array!.buffer;
        throw new Error("stopped");
      });
    expect(failing).toThrow("stopped");
    inWorkspace([shape], ({ arrays: [array] }) => {
      expect(array!.buffer).toBe(lent);
      expect([...array!]).toEqual([0, 0, 0, 0, 0, 0]);
    });
  });

  it("writes whole numbers as LEB128", () => {
    // The examples of DWARF 5, tables 7.7 and 7.8.
    expect([2, 127, 128, 129, 12_857].map(unsigned)).toEqual([
      [2],
      [127],
      [0x80, 1],
      [0x81, 1],
      [57 + 0x80, 100],
    ]);
    expect([2, -2, 127, -127, 128, -128, 129, -129].map(signed)).toEqual([
      [2],
      [0x7e],
      [0xff, 0],
      [0x81, 0x7f],
      [0x80, 1],
      [0x80, 0x7f],
      [0x81, 1],
      [0xff, 0x7e],
    ]);
  });
});
