import { useRef, useState } from "react";
import { useText } from "../../app/services.ts";
import { useLateTexts } from "../../app/late-texts.ts";
import { useUnfinished } from "../../app/standing.ts";
import { Button } from "../../components/button.tsx";
import { LogInput } from "./log-input.tsx";
import { LogLines } from "./log-lines.tsx";
import { readLog } from "./read-log.ts";
import type { ExplainedLog } from "./read-log.ts";
import { VerdictCard } from "./verdict-card.tsx";

type Reading =
  | { readonly state: "empty" }
  | { readonly state: "reading"; readonly lineCount: number }
  | { readonly state: "explained"; readonly log: ExplainedLog }
  | { readonly state: "unreadable" };

/** A log of a VPN client: what it says in all on top, and each line with its meaning below. */
export function LogView() {
  useLateTexts("messages");
  const text = useText();
  const [reading, setReading] = useState<Reading>({ state: "empty" });
  useUnfinished("log", reading.state !== "empty");
  const current = useRef<AbortController | null>(null);
  const stop = () => {
    current.current?.abort();
    setReading({ state: "empty" });
  };
  const explain = (pieces: AsyncIterable<string>) => {
    current.current?.abort();
    const mine = new AbortController();
    current.current = mine;
    setReading({ state: "reading", lineCount: 0 });
    const onProgress = (lineCount: number) => setReading({ state: "reading", lineCount });
    readLog(pieces, onProgress, mine.signal).then(
      (log) => setReading({ state: "explained", log }),
      () => mine.signal.aborted || setReading({ state: "unreadable" }),
    );
  };
  if (reading.state === "reading") {
    return (
      <div className="animate-late px-4 py-4" role="status">
        <p className="mb-3 text-soft tabular-nums">{text("app:log.reading", { count: reading.lineCount })}</p>
        <Button kind="quiet" onClick={stop}>
          {text("app:log.stop")}
        </Button>
      </div>
    );
  }
  if (reading.state !== "explained") return <LogInput failed={reading.state === "unreadable"} onLog={explain} />;
  return <Explained log={reading.log} onClear={stop} />;
}

function Explained({ log, onClear }: { log: ExplainedLog; onClear: () => void }) {
  const text = useText();
  const leftOut = log.lineCount - log.lines.length;
  return (
    <div className="pt-3 pb-2">
      <VerdictCard verdict={log.verdict} />
      <div className="mx-3 mb-2 flex items-center justify-between gap-3 px-1">
        <p className="text-small text-soft tabular-nums">
          {text("app:log.count", { count: log.lineCount })}
          {leftOut > 0 && ` ${text("app:log.left-out", { count: leftOut })}`}
        </p>
        <Button kind="quiet" onClick={onClear}>
          {text("app:log.another")}
        </Button>
      </div>
      <LogLines lines={log.lines} />
    </div>
  );
}
