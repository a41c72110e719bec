import { Tabs } from "radix-ui";
import { Activity, useEffect, useRef } from "react";
import type { ReactNode } from "react";
import type { ViewId } from "./navigation.ts";

interface ViewPanelProps {
  readonly id: ViewId;
  readonly isOpen: boolean;
  readonly children: ReactNode;
}

/** The room that one view scrolls in. A view that is not open keeps what was typed, opened and scrolled in it. */
export function ViewPanel({ id, isOpen, children }: ViewPanelProps) {
  const room = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (id !== "status") return;
    // The next time the popover opens, what matters stands at the top again.
    const backToTop = () => room.current?.scrollTo(0, 0);
    window.addEventListener("blur", backToTop);
    return () => window.removeEventListener("blur", backToTop);
  }, [id]);
  return (
    <Activity mode={isOpen ? "visible" : "hidden"}>
      <Tabs.Content
        ref={room}
        value={id}
        forceMount
        // What has the focus must not lie behind the bar that stays at the bottom.
        className="absolute inset-0 overflow-x-hidden overflow-y-auto focus-visible:-outline-offset-2 has-data-bottom-bar:scroll-pb-32"
      >
        {children}
      </Tabs.Content>
    </Activity>
  );
}
