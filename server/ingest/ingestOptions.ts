import type { Base } from "../../db/stores/contract.ts";
import type { Connector, RawDocument, SourceRequest, Transport } from "../connectors/contract.ts";
import type { Catalogue } from "./catalogue.ts";
import type { LoadProgress } from "./progress.ts";

/** A document that rests in a file: for big ones, which are never held in memory whole. */
export interface FileDocument {
  name: string;
  path: string;
  size: number;
  /** The day the document stands for when it does not say itself. */
  vintage: string | null;
}

export interface IngestOptions {
  base: Base;
  catalogue: Catalogue;
  connector: Connector;
  /** What to load: something to ask the source for, a document already here, or one in a file. */
  source:
    | { request: SourceRequest; transport: Transport }
    | { document: RawDocument }
    | { file: FileDocument };
  /** Who started it: a user's name, or the job. */
  actor: string;
  now: () => Date;
  onProgress?: (progress: LoadProgress) => void;
  signal?: AbortSignal;
  /** Folder for what has to rest while a load goes on; by default the system's. */
  scratch?: string;
  /** The figures are simulated; by default when everything the connector provides is. */
  simulated?: boolean;
}
