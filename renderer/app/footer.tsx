import { RotateCw, Settings } from "lucide-react";
import { useState } from "react";
import { useOpenView } from "./navigation.ts";
import { useClient, useText } from "./services.ts";
import { useAgoText } from "./use-ago-text.ts";

const BUTTON = "flex items-center gap-2 rounded-small px-2 py-1 font-medium text-accent hover:bg-sunken";

interface FooterProps {
  /** ISO 8601, null before the first look. */
  readonly lookedAt: string | null;
  readonly isSettingsOpen: boolean;
}

/** When the machine was looked at, the way to look again, and the way to the settings. */
export function Footer({ lookedAt, isSettingsOpen }: FooterProps) {
  const text = useText();
  const openView = useOpenView();
  return (
    <footer className="flex items-center gap-1 border-t border-line bg-card py-1 pr-2 pl-4 text-small text-soft">
      <span className="mr-auto tabular-nums">
        {lookedAt === null ? text("app:footer.waiting") : <LookedAt at={lookedAt} />}
      </span>
      <LookAgain />
      <button
        type="button"
        aria-label={text("app:view.settings")}
        aria-current={isSettingsOpen ? "page" : undefined}
        title={text("app:view.settings")}
        className={`${BUTTON} ${isSettingsOpen ? "bg-sunken" : ""}`}
        onClick={() => openView("settings", "")}
      >
        <Settings size={16} aria-hidden />
      </button>
    </footer>
  );
}

function LookAgain() {
  const text = useText();
  const client = useClient();
  const [isLooking, setLooking] = useState(false);
  const look = async () => {
    setLooking(true);
    await client.look(null);
    setLooking(false);
  };
  return (
    <button type="button" className={BUTTON} aria-busy={isLooking} onClick={() => void look()}>
      <RotateCw size={14} aria-hidden className={isLooking ? "animate-spin" : ""} />
      {text("app:outcome.look-again")}
    </button>
  );
}

function LookedAt({ at }: { at: string }) {
  return useText()("app:footer.last-look", { ago: useAgoText(at) });
}
