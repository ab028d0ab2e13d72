import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Upload } from "lucide-react";
import { useRef, useState } from "react";
import { useLive } from "../../api/liveEvents.ts";
import { trpc } from "../../api/trpc.ts";
import { formatNumber } from "../../format/formatNumber.ts";
import { ownLines } from "../../format/ownLines.ts";
import { Button } from "../../parts/Button.tsx";
import { Card } from "../../parts/Card.tsx";
import { Select } from "../../parts/Select.tsx";
import { sourcesWords } from "../../words/sources.ts";
import { useLang, useWords } from "../../words/useWords.ts";
import { uploadDocument } from "./uploadDocument.ts";

/** Reads tidy tables of any agency. */
const HANDED_IN = "tidy";

/** A steward's document goes in through the same gate as every other; the receipt opens when it is done. */
export function UploadCard({
  connectors,
  onLoaded,
}: {
  /** Connectors that have delivered before; a document in the product's own columns needs none of them. */
  connectors: readonly string[];
  onLoaded(load: number): void;
}) {
  const w = useWords(sourcesWords);
  const lang = useLang();
  const client = useQueryClient();
  const input = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<File | null>(null);
  const [vintage, setVintage] = useState("");
  const [chosen, setChosen] = useState<string | null>(null);
  const offered = [HANDED_IN, ...connectors.filter((c) => c !== HANDED_IN)];
  const connector = chosen ?? HANDED_IN;
  const { loads } = useLive();
  const upload = useMutation({
    mutationFn: uploadDocument,
    onSuccess: (receipt) => {
      void client.invalidateQueries({ queryKey: trpc.sources.pathKey() });
      setFile(null);
      if (input.current) input.current.value = "";
      if (receipt.rejected + receipt.quarantined > 0) onLoaded(receipt.id);
    },
  });
  const going = upload.isPending ? [...loads.values()].findLast((l) => l.document === file?.name) : undefined;
  const receipt = upload.data;
  const count = (n: number): string => formatNumber(n, 0);
  return (
    <Card title={w.upload.title} tools={false}>
      <p className="relative text-[.87rem] leading-relaxed text-ink2">{w.upload.text}</p>
      <label className="mt-2 flex min-w-0 items-center gap-3 text-[.87rem]">
        <input
          ref={input}
          type="file"
          accept=".csv,.xlsx,.txt"
          className="peer sr-only"
          onChange={(e) => {
            setFile(e.target.files?.[0] ?? null);
            upload.reset();
          }}
        />
        <span className="btn cursor-pointer peer-focus-visible:outline-3 peer-focus-visible:outline-accent">
          {w.upload.choose}
        </span>
        <span className="min-w-0 flex-1 break-words text-ink2">{file?.name ?? w.upload.nothing}</span>
      </label>
      <label className="mt-3 flex items-center gap-1.5 text-[.84rem] text-ink3">
        <span className="shrink-0">{w.upload.vintage}</span>
        <input
          type="date"
          className="input !w-auto"
          value={vintage}
          onChange={(e) => setVintage(e.target.value)}
        />
      </label>
      {offered.length > 1 && (
        <div className="mt-2">
          <Select
            label={w.receipt.connector}
            showLabel
            value={connector}
            options={offered.map((c) => ({ value: c, label: c }))}
            onChange={setChosen}
          />
        </div>
      )}
      <div className="mt-3 flex flex-wrap items-center gap-3">
        <Button
          variant="primary"
          busy={upload.isPending}
          disabled={file === null}
          onClick={() => file && upload.mutate({ file, connector, vintage: vintage === "" ? null : vintage })}
        >
          <Upload size={15} aria-hidden="true" />
          {upload.isPending ? w.upload.busy : w.upload.send}
        </Button>
        {going && (
          <span className="num flex items-center gap-2 text-[.84rem] text-ink2">
            <progress
              value={going.done}
              {...(going.total === null ? {} : { max: going.total })}
              aria-label={w.upload.busy}
            />
            {w.upload.progress[going.phase]}
          </span>
        )}
      </div>
      <div aria-live="polite" className="mt-2 text-[.87rem]">
        {receipt && (
          <p className="font-semibold">
            {receipt.alreadyLoaded
              ? w.upload.already(receipt.id)
              : w.upload.done(
                  count(receipt.accepted),
                  count(receipt.unchanged),
                  count(receipt.rejected + receipt.quarantined),
                )}
          </p>
        )}
        {upload.error && (
          <p className="font-semibold text-danger">{w.upload.failed(ownLines(upload.error.message, lang))}</p>
        )}
      </div>
    </Card>
  );
}
