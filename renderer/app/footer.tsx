import { RotateCw } from "lucide-react";
import { useClient, useText } from "./services.ts";
import { useTimeText } from "./use-time-text.ts";

/** When the machine was looked at, and the way to look again. `lookedAt` is ISO 8601, null before the first look. */
export function Footer({ lookedAt }: { lookedAt: string | null }) {
  const text = useText();
  const client = useClient();
  const time = useTimeText();
  return (
    <footer className="flex items-center justify-between border-t border-line bg-card px-4 py-1.5 text-[12px] text-soft">
      <span className="tabular-nums">
        {lookedAt === null ? text("app:footer.waiting") : text("app:footer.last-look", { time: time(lookedAt) })}
      </span>
      <button
        type="button"
        className="-mr-1.5 flex items-center gap-1.5 rounded-md px-1.5 py-1 font-medium text-accent hover:bg-sunken"
        onClick={() => void client.look(null)}
      >
        <RotateCw size={13} aria-hidden />
        {text("app:outcome.look-again")}
      </button>
    </footer>
  );
}
