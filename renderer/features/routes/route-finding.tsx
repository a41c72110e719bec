import type { Finding } from "../../../shared/health/finding.ts";
import { useOpenView } from "../../app/navigation.ts";
import { useText } from "../../app/services.ts";

/** What is wrong with a row, and the way to its repair. */
export function RouteFinding({ finding: { id, args, client } }: { finding: Finding }) {
  const text = useText();
  const openView = useOpenView();
  return (
    <section>
      <p>{text(`findings:${id}.text`, { ...args, context: client?.alive === true ? "client" : "" })}</p>
      <button
        type="button"
        className="mt-1 rounded-small font-medium text-accent hover:underline"
        onClick={() => openView("status", id)}
      >
        {text("app:routes.to-repair")}
      </button>
    </section>
  );
}
