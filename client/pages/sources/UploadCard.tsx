import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Upload } from "lucide-react";
import { useRef, useState } from "react";
import { useLive } from "../../api/liveEvents.ts";
import { trpc } from "../../api/trpc.ts";
import { formatNumber } from "../../format/formatNumber.ts";
import { Button } from "../../parts/Button.tsx";
import { Card } from "../../parts/Card.tsx";
import { sourcesWords } from "../../words/sources.ts";
import { useWords } from "../../words/useWords.ts";
import { uploadDocument } from "./uploadDocument.ts";

/** A steward's document goes in through the same gate as every other; the receipt opens when it is done. */
export function UploadCard({ onLoaded }: { onLoaded(load: number): void }) {
  const w = useWords(sourcesWords);
  const client = useQueryClient();
  const input = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<File | null>(null);
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
      <p className="text-[.87rem] leading-relaxed text-ink2">{w.upload.text}</p>
      <label className="mt-2 block">
        <span className="sr-only">{w.upload.choose}</span>
        <input
          ref={input}
          type="file"
          accept=".csv,.xlsx,.txt"
          className="block w-full text-[.87rem] file:mr-3 file:min-h-9 file:cursor-pointer file:rounded-md file:border file:border-line file:bg-surface file:px-3 file:text-ink2"
          onChange={(e) => {
            setFile(e.target.files?.[0] ?? null);
            upload.reset();
          }}
        />
      </label>
      <div className="mt-3 flex flex-wrap items-center gap-3">
        <Button
          variant="primary"
          busy={upload.isPending}
          disabled={file === null}
          onClick={() => file && upload.mutate(file)}
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
            {w.upload.done(
              count(receipt.accepted),
              count(receipt.unchanged),
              count(receipt.rejected + receipt.quarantined),
            )}
          </p>
        )}
        {upload.error && <p className="font-semibold text-danger">{w.upload.failed(upload.error.message)}</p>}
      </div>
    </Card>
  );
}
