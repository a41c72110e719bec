import { useRef, useState } from "react";
import type { DragEvent } from "react";
import { useClient, useText } from "../../app/services.ts";
import { Button } from "../../components/button.tsx";
import { textPieces } from "./read-log.ts";

interface LogInputProps {
  /** The file that was given last could not be read. */
  readonly failed: boolean;
  readonly onLog: (pieces: AsyncIterable<string>) => void;
}

/** Where a log is pasted, dropped or opened. */
export function LogInput({ failed, onLog }: LogInputProps) {
  const text = useText();
  const [pasted, setPasted] = useState("");
  const drop = (event: DragEvent) => {
    const file = event.dataTransfer.files[0];
    const words = event.dataTransfer.getData("text/plain");
    event.preventDefault();
    if (file !== undefined) onLog(textPieces(file));
    else if (words !== "") onLog(piecesOf(words));
  };
  return (
    <div
      className="flex h-full flex-col gap-3 px-4.5 py-4"
      onDragOver={(event) => event.preventDefault()}
      onDrop={drop}
    >
      <div>
        <h1 className="text-[15px] font-semibold">{text("app:log.title")}</h1>
        <p className="mt-1 text-[12.5px] text-soft">{text("app:log.hint")}</p>
      </div>
      <textarea
        aria-label={text("app:log.paste")}
        placeholder={text("app:log.placeholder")}
        value={pasted}
        onChange={(event) => setPasted(event.target.value)}
        spellCheck={false}
        className="min-h-40 flex-1 resize-none rounded-lg border border-line bg-card p-2.5 font-mono text-[11.5px] leading-relaxed select-text placeholder:text-soft"
      />
      {failed && (
        <p role="alert" className="text-bad">
          {text("app:log.unreadable")}
        </p>
      )}
      <div className="flex gap-2">
        <Button kind="primary" disabled={pasted.trim() === ""} onClick={() => onLog(piecesOf(pasted))}>
          {text("app:log.explain")}
        </Button>
        <FileButton onFile={(file) => onLog(textPieces(file))} />
      </div>
    </div>
  );
}

function FileButton({ onFile }: { onFile: (file: File) => void }) {
  const text = useText();
  const client = useClient();
  const input = useRef<HTMLInputElement>(null);
  // The dialogue takes the focus, on which the popover would hide.
  const choose = async () => {
    await client.stay({ open: true });
    input.current?.click();
  };
  const chosen = () => {
    void client.stay({ open: false });
    const file = input.current?.files?.[0];
    if (file !== undefined) onFile(file);
  };
  return (
    <>
      <Button kind="quiet" onClick={() => void choose()}>
        {text("app:log.open-file")}
      </Button>
      <input
        ref={(element) => {
          input.current = element;
          element?.addEventListener("cancel", () => void client.stay({ open: false }));
        }}
        type="file"
        hidden
        aria-label={text("app:log.open-file")}
        onChange={chosen}
      />
    </>
  );
}

async function* piecesOf(text: string): AsyncGenerator<string> {
  // In pieces, so that the view stays alive while a long text is read.
  const size = 100_000;
  for (let start = 0; start < text.length; start += size) {
    yield text.slice(start, start + size);
    await new Promise((resolve) => setTimeout(resolve));
  }
}
