import { Tabs } from "radix-ui";
import type { ReactNode } from "react";
import type { Look } from "../../shared/contract/view-state.ts";
import type { Severity } from "../../shared/health/finding.ts";
import { toneOf } from "../features/status/tone.ts";
import type { Tone } from "../features/status/tone.ts";
import { Footer } from "./footer.tsx";
import type { ViewId } from "./navigation.ts";
import { ViewTabs } from "./view-tabs.tsx";

interface AppFrameProps {
  readonly open: ViewId;
  readonly onOpen: (view: ViewId) => void;
  /** Null before the first look. */
  readonly look: Look | null;
  readonly children: ReactNode;
}

/** How the tab of the first view says, while another is open, that something is wrong. */
const ALARM: Readonly<Record<Tone, Severity | null>> = { ok: null, calm: null, warn: "warning", bad: "error" };

/** What stays while views change: the tabs, the room below them, and the line at the bottom. */
export function AppFrame({ open, onOpen, look, children }: AppFrameProps) {
  const alarm = open === "status" || look === null ? null : ALARM[toneOf(look.assessment)];
  return (
    <Tabs.Root value={open} onValueChange={(chosen) => onOpen(chosen as ViewId)} className="flex h-full flex-col">
      <header>
        <ViewTabs alarm={alarm} />
      </header>
      <main className="relative min-h-0 flex-1">{children}</main>
      <Footer lookedAt={look?.at ?? null} isSettingsOpen={open === "settings"} />
    </Tabs.Root>
  );
}
