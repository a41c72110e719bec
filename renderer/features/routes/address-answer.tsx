import type { Way } from "../../../shared/preflight/preflight-report.ts";
import { useText } from "../../app/services.ts";
import { WayDetails } from "../../components/way-details.tsx";

/** "Why does 202.120.80.2 go this way?": which row wins, and why the others do not. Read aloud when it comes; empty for null. */
export function AddressAnswer({ way }: { way: Way | null }) {
  const text = useText();
  return (
    <div aria-live="polite">
      {way !== null && (
        <section
          aria-label={text("app:routes.why", { address: way.address })}
          className="border-b border-line bg-calm-ground px-4 pt-2 pb-3"
        >
          <h2 className="mb-1 font-semibold [overflow-wrap:anywhere]">
            {text("app:routes.why", { address: way.address })}
          </h2>
          <WayDetails way={way} />
        </section>
      )}
    </div>
  );
}
