import type { CodedText } from "../../../shared/snapshot/coded-text.ts";
import { useText } from "../../app/services.ts";

/** How something is known, one line each: keys of `evidence`. */
export function Facts({ facts }: { facts: readonly CodedText[] }) {
  const text = useText();
  return facts.map(({ code, args }) => (
    <p key={`${code} ${JSON.stringify(args)}`} className="text-soft">
      {text(`evidence:${code}`, args)}
    </p>
  ));
}
