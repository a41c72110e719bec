import { Tabs } from "radix-ui";
import type { ReactNode } from "react";
import type { Look } from "../../shared/contract/view-state.ts";
import type { Severity } from "../../shared/health/finding.ts";
import { SeverityMark } from "../components/severity-mark.tsx";
import { toneOf } from "../features/status/tone.ts";
import type { Tone } from "../features/status/tone.ts";
import { useText } from "./services.ts";
import { Footer } from "./footer.tsx";
import type { ViewId } from "./navigation.ts";
import { VIEWS } from "./views.ts";

interface AppFrameProps {
  readonly open: ViewId;
  readonly onOpen: (view: ViewId) => void;
  /** Null before the first look. */
  readonly look: Look | null;
  readonly children: ReactNode;
}

/** What stays while views change: the tabs, the room below them, and the line at the bottom. */
export function AppFrame({ open, onOpen, look, children }: AppFrameProps) {
  return (
    <Tabs.Root value={open} onValueChange={(chosen) => onOpen(chosen as ViewId)} className="flex h-full flex-col">
      <header>
        <ViewTabs alarm={open === "status" || look === null ? null : ALARM[toneOf(look.assessment)]} />
      </header>
      <main className="relative min-h-0 flex-1">{children}</main>
      <Footer lookedAt={look?.at ?? null} />
    </Tabs.Root>
  );
}

/** How the tab of the first view says, while another is open, that something is wrong. */
const ALARM: Readonly<Record<Tone, Severity | null>> = { ok: null, calm: null, warn: "warning", bad: "error" };

function ViewTabs({ alarm }: { alarm: Severity | null }) {
  const text = useText();
  return (
    <Tabs.List
      aria-label={text("app:view.list")}
      className="flex flex-wrap justify-around border-b border-line bg-card px-1 text-[12px] leading-none"
    >
      {VIEWS.map(({ id }) => (
        <Tabs.Trigger
          key={id}
          value={id}
          className="rounded-sm border-b-2 border-transparent px-1.5 pt-2.5 pb-2 text-soft hover:text-ink focus-visible:-outline-offset-2 data-[state=active]:border-accent data-[state=active]:font-semibold data-[state=active]:text-ink"
        >
          {text(`app:view.${id}`)}
          {id === "status" && alarm !== null && (
            <span className="ml-1">
              <SeverityMark severity={alarm} />
              <span className="sr-only">{text("app:view.alarm")}</span>
            </span>
          )}
        </Tabs.Trigger>
      ))}
    </Tabs.List>
  );
}
