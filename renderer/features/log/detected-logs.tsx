import { FileText } from "lucide-react";
import type { DetectedLog } from "../../../shared/contract/client-logs.ts";
import type { CodedText } from "../../../shared/snapshot/coded-text.ts";
import { useAnswer } from "../../app/use-answer.ts";
import { useClient, useText } from "../../app/services.ts";
import { piecesOf } from "./text-pieces.ts";

interface DetectedLogsProps {
  readonly onLog: (pieces: AsyncIterable<string>) => void;
  readonly onError: (error: CodedText) => void;
}

/** The logs of VPN clients that run on this computer, each one click away; nothing when none is found. */
export function DetectedLogs({ onLog, onError }: DetectedLogsProps) {
  const client = useClient();
  const answer = useAnswer("clientLogs", null, null);
  if (answer === null || !answer.ok || answer.value.logs.length === 0) return null;
  const read = async ({ id }: DetectedLog) => {
    const log = await client.clientLog({ id });
    if (log.ok) onLog(piecesOf(log.value.text));
    else onError(log.error);
  };
  return (
    <ul className="space-y-2">
      {answer.value.logs.map((log) => (
        <li key={log.id}>
          <LogButton log={log} onClick={() => void read(log)} />
        </li>
      ))}
    </ul>
  );
}

function LogButton({ log, onClick }: { log: DetectedLog; onClick: () => void }) {
  const text = useText();
  return (
    <button
      type="button"
      onClick={onClick}
      className="flex w-full gap-3 rounded-control border border-line bg-card px-3 py-2 text-left hover:bg-sunken"
    >
      <FileText size={16} aria-hidden className="mt-px shrink-0 text-accent" />
      <span className="min-w-0">
        <span className="block font-semibold text-accent">{text("app:log.detected", { client: log.client })}</span>
        <span className="block font-mono text-code break-all text-soft">{log.path}</span>
      </span>
    </button>
  );
}
