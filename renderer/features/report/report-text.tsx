import { useVirtualizer } from "@tanstack/react-virtual";
import { useMemo, useRef } from "react";
import type { ReportFile } from "../../../shared/contract/report.ts";
import { useAnswer } from "../../app/use-answer.ts";
import { useText } from "../../app/services.ts";
import { AnswerError } from "../../components/answer-error.tsx";
import { shownLines } from "./shown-lines.ts";

/** Height of a row in pixels before it is measured: one line of code on the grid. */
const USUAL_HEIGHT = 16;

/** One file of a report, to be read and scrolled. */
export function ReportText({ file }: { file: ReportFile }) {
  const text = useText();
  const answer = useAnswer("reportText", { name: file.name }, null);
  if (answer === null) return null;
  if (!answer.ok) return <AnswerError error={answer.error} />;
  const { text: content, more } = answer.value;
  return (
    <div>
      {file.source !== null && (
        <p className="mb-1 font-mono text-code [overflow-wrap:anywhere] text-soft">{file.source}</p>
      )}
      <Rows label={file.name} content={content} />
      {more > 0 && <p className="mt-1 text-small text-soft">{text("app:settings.report.more", { count: more })}</p>}
    </div>
  );
}

/** Only the rows in sight are on the page, so that a table of any length scrolls as a short one. */
function Rows({ label, content }: { label: string; content: string }) {
  const room = useRef<HTMLDivElement>(null);
  const lines = useMemo(() => shownLines(content), [content]);
  const rows = useVirtualizer({
    count: lines.length,
    getScrollElement: () => room.current,
    estimateSize: () => USUAL_HEIGHT,
    overscan: 16,
  });
  return (
    <div
      ref={room}
      role="region"
      aria-label={label}
      tabIndex={0}
      className="h-64 overflow-y-auto rounded-small bg-sunken px-2 py-1 select-text"
    >
      <div className="relative" style={{ height: rows.getTotalSize() }}>
        {rows.getVirtualItems().map(({ index, key, start }) => (
          <pre
            key={key}
            ref={rows.measureElement}
            data-index={index}
            className="absolute top-0 left-0 min-h-4 w-full font-mono text-code [overflow-wrap:anywhere] whitespace-pre-wrap"
            style={{ transform: `translateY(${start}px)` }}
          >
            {lines[index]}
          </pre>
        ))}
      </div>
    </div>
  );
}
