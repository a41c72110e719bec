import { Tabs } from "radix-ui";
import type { ReactNode } from "react";
import { useText } from "./services.ts";
import { Footer } from "./footer.tsx";
import type { ViewId } from "./navigation.ts";
import { VIEWS } from "./views.ts";

interface AppFrameProps {
  readonly open: ViewId;
  readonly onOpen: (view: ViewId) => void;
  /** ISO 8601; null before the first look. */
  readonly lookedAt: string | null;
  readonly children: ReactNode;
}

/** What stays while views change: the tabs, the room below them, and the line at the bottom. */
export function AppFrame({ open, onOpen, lookedAt, children }: AppFrameProps) {
  return (
    <Tabs.Root value={open} onValueChange={(chosen) => onOpen(chosen as ViewId)} className="flex h-full flex-col">
      <header>
        <ViewTabs />
      </header>
      <main className="relative min-h-0 flex-1">{children}</main>
      <Footer lookedAt={lookedAt} />
    </Tabs.Root>
  );
}

function ViewTabs() {
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
        </Tabs.Trigger>
      ))}
    </Tabs.List>
  );
}
