import { assemble } from "./assemble.ts";
import { type Product, product } from "./product.ts";
import { productKernel } from "./productKernel.ts";

/** Arrays, zero at first, and the product that works on them; the two belong together. */
export interface Workspace {
  arrays: Float64Array[];
  product: Product;
}

/** An array of this length that holds rows of this width. */
export interface ArrayShape {
  length: number;
  width: number;
}

interface Instance {
  memory: WebAssembly.Memory;
  kernel: (...numbers: number[]) => void;
}

const PAGE = 65_536;
/** Address 0 stands for no array. */
const FIRST = 16;
/** Instances that nobody works in. */
const idle: Instance[] = [];
let compiled: WebAssembly.Module | null | undefined;

/** The compiled kernels, or null where WebAssembly or its SIMD is missing. */
function module(): WebAssembly.Module | null {
  if (compiled === undefined) {
    const bytes = assemble([productKernel]);
    const known = typeof WebAssembly === "object" && WebAssembly.validate(bytes);
    compiled = known ? new WebAssembly.Module(bytes) : null;
  }
  return compiled;
}

/**
 * Runs the work in a workspace with arrays of these shapes: on WebAssembly memory and its kernels where they exist
 * (`simd` not false), otherwise in plain TypeScript with the same results. The arrays are lent: when the work has ended
 * they belong to somebody else. Work within work gets a memory of its own, for growing one would detach its arrays.
 */
export function inWorkspace<T>(
  shapes: readonly ArrayShape[],
  work: (workspace: Workspace) => T,
  simd = true,
): T {
  const kernels = simd ? module() : null;
  if (!kernels) return work({ arrays: shapes.map(({ length }) => new Float64Array(length)), product });
  const instance = idle.pop() ?? instantiate(kernels);
  try {
    return work(layOut(instance, shapes));
  } finally {
    idle.push(instance);
  }
}

function instantiate(kernels: WebAssembly.Module): Instance {
  const { memory, product: kernel } = new WebAssembly.Instance(kernels).exports;
  return { memory: memory as WebAssembly.Memory, kernel: kernel as Instance["kernel"] };
}

function layOut({ memory, kernel }: Instance, shapes: readonly ArrayShape[]): Workspace {
  let end = FIRST;
  const starts = shapes.map(({ length, width }) => {
    const from = end;
    // Slack behind the last row: three rows and three entries, which edge tiles may read and write.
    end += 16 * Math.ceil((length + 3 * width + 3) / 2);
    return from;
  });
  const missing = end - memory.buffer.byteLength;
  if (missing > 0) memory.grow(Math.ceil(missing / PAGE));
  new Uint8Array(memory.buffer, 0, end).fill(0);
  return {
    arrays: shapes.map(({ length }, i) => new Float64Array(memory.buffer, starts[i], length)),
    product(base, a, b, c, m, k, n, upperA, upperB) {
      if (m === 0 || n === 0) return;
      kernel(
        base ? base.byteOffset : 0,
        a.byteOffset,
        b.byteOffset,
        c.byteOffset,
        m,
        k,
        n,
        upperA ? 1 : 0,
        upperB ? 1 : 0,
      );
    },
  };
}
