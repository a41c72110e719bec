import type { Assessment } from "../../../shared/health/finding.ts";
import { useText } from "../../app/services.ts";
import { Disclosure } from "../../components/disclosure.tsx";

/** What could not be read, so that nobody takes silence for health. What nobody tried to read is not mentioned. */
export function UnobservedCard({ assessment }: { assessment: Assessment }) {
  const text = useText();
  const failed = assessment.unobserved.filter(({ reason }) => reason.code !== "not-in-capture");
  if (failed.length === 0) return null;
  return (
    <div className="mx-3 mb-3 px-4">
      <Disclosure
        defaultOpen={assessment.state === "unknown"}
        title={text("app:unobserved.title", { count: failed.length })}
      >
        <ul className="space-y-1 text-small text-soft">
          {failed.map(({ part, reason }) => (
            <li key={part}>
              {text("app:unobserved.part", {
                part: text(`app:part.${part}`),
                reason: text(`app:reason.${reason.code}`, reason.args),
              })}
            </li>
          ))}
        </ul>
      </Disclosure>
    </div>
  );
}
