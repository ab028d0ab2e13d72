import { createWriteStream, ReadStream } from "node:fs";
import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

export interface SpooledFile {
  path: string;
  empty: boolean;
  dispose(): Promise<void>;
}

/**
 * Puts the body of an insert where the engine can read it itself: in a file. (Handed over as text, bytes are
 * corrupted and large bodies stall the process.) A whole file that is about to be read is used as it stands.
 */
export async function spool(values: string | Readable): Promise<SpooledFile> {
  const own = values instanceof ReadStream ? wholeFile(values) : null;
  if (own !== null) {
    const { size } = await stat(own);
    (values as ReadStream).destroy();
    return { path: own, empty: size === 0, dispose: () => Promise.resolve() };
  }
  const folder = await mkdtemp(join(tmpdir(), "guanlan-insert-"));
  const path = join(folder, "body");
  const dispose = () => rm(folder, { recursive: true, force: true });
  try {
    const out = createWriteStream(path);
    await pipeline(typeof values === "string" ? Readable.from([values]) : values, out);
    return { path, empty: out.bytesWritten === 0, dispose };
  } catch (error) {
    await dispose();
    throw error;
  }
}

function wholeFile(stream: ReadStream & { start?: number; end?: number }): string | null {
  const whole =
    (stream.start ?? 0) === 0 && (stream.end ?? Number.POSITIVE_INFINITY) === Number.POSITIVE_INFINITY;
  return whole && stream.bytesRead === 0 && typeof stream.path === "string" ? resolve(stream.path) : null;
}
