import type { CodedText } from "../../shared/snapshot/coded-text.ts";
import { useText } from "../app/services.ts";

/** Why a question was not answered. */
export function AnswerError({ error }: { error: CodedText }) {
  const text = useText();
  return (
    <p role="alert" className="m-3 rounded-control bg-bad-ground px-3 py-2 text-bad select-text">
      {text(`app:error.${error.code}`, error.args)}
    </p>
  );
}
