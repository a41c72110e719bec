import { needsUser } from "../../../shared/contract/keep-alive-status.ts";
import type { KeepAliveStatus } from "../../../shared/contract/keep-alive-status.ts";
import type { Assessment } from "../../../shared/health/finding.ts";
import { headlineOf } from "../../../shared/explain/headline.ts";
import { useText } from "../../app/services.ts";
import { useTimeText } from "../../app/use-time-text.ts";
import { keepAliveText } from "./keep-alive-text.ts";

/** The state in one line, big, with what it means; read aloud when it changes. */
export function Headline({ assessment, keepAlive }: { assessment: Assessment; keepAlive: KeepAliveStatus }) {
  const text = useText();
  const timeText = useTimeText();
  const { code, args } = headlineOf(assessment, keepAlive.state);
  return (
    <div role="status" aria-live="polite" className="mb-3 px-2">
      <h1 className="text-title">{text(`app:headline.${code}.title`, args)}</h1>
      <p className="mt-1 text-body text-soft">{text(`app:headline.${code}.text`, args)}</p>
      {needsUser(keepAlive) && <p className="mt-1 font-medium">{keepAliveText(keepAlive, text, timeText)}</p>}
    </div>
  );
}
