import { useState } from "react";
import type { DragEvent } from "react";
import type { CodedText } from "../../../shared/snapshot/coded-text.ts";
import { useClient, useText } from "../../app/services.ts";
import { useUnfinished } from "../../app/standing.ts";
import { AnswerError } from "../../components/answer-error.tsx";
import { Button } from "../../components/button.tsx";
import { DetectedLogs } from "./detected-logs.tsx";
import { FileButton } from "./file-button.tsx";
import { textPieces } from "./read-log.ts";
import { piecesOf } from "./text-pieces.ts";

interface LogInputProps {
  /** The file that was given last could not be read. */
  readonly failed: boolean;
  readonly onLog: (pieces: AsyncIterable<string>) => void;
}

/** Where a log is chosen, pasted, dropped or opened. */
export function LogInput({ failed, onLog }: LogInputProps) {
  const text = useText();
  const [pasted, setPasted] = useState("");
  const [error, setError] = useState<CodedText | null>(null);
  useUnfinished("pasted", pasted !== "");
  const drop = (event: DragEvent) => {
    const file = event.dataTransfer.files[0];
    const words = event.dataTransfer.getData("text/plain");
    event.preventDefault();
    if (file !== undefined) onLog(textPieces(file));
    else if (words !== "") onLog(piecesOf(words));
  };
  return (
    <div
      className="flex min-h-full flex-col gap-3 px-4 py-4"
      onDragOver={(event) => event.preventDefault()}
      onDrop={drop}
    >
      <div>
        <h1 className="text-subtitle">{text("app:log.title")}</h1>
        <p className="mt-1 text-small text-soft">{text("app:log.hint")}</p>
      </div>
      <DetectedLogs onLog={onLog} onError={setError} />
      <textarea
        aria-label={text("app:log.paste")}
        placeholder={text("app:log.placeholder")}
        value={pasted}
        onChange={(event) => setPasted(event.target.value)}
        spellCheck={false}
        className="min-h-40 flex-1 resize-none rounded-control border border-line bg-card p-3 font-mono text-code select-text placeholder:text-soft"
      />
      {failed && (
        <p role="alert" className="text-bad">
          {text("app:log.unreadable")}
        </p>
      )}
      {error !== null && <AnswerError error={error} />}
      <div className="flex flex-wrap gap-2">
        {pasted.trim() === "" ? (
          <CopiedButton onLog={onLog} onError={setError} />
        ) : (
          <Button kind="primary" onClick={() => onLog(piecesOf(pasted))}>
            {text("app:log.explain")}
          </Button>
        )}
        <FileButton onFile={(file) => onLog(textPieces(file))} />
      </div>
    </div>
  );
}

/** Takes what the user has copied, at one click. */
function CopiedButton({ onLog, onError }: { onLog: LogInputProps["onLog"]; onError: (error: CodedText) => void }) {
  const text = useText();
  const client = useClient();
  const take = async () => {
    const copied = await client.copiedText(null);
    if (!copied.ok) return onError(copied.error);
    if (copied.value.text.trim() === "") return onError({ code: "nothing-copied", args: {} });
    onLog(piecesOf(copied.value.text));
  };
  return (
    <Button kind="primary" onClick={() => void take()}>
      {text("app:log.copied")}
    </Button>
  );
}
