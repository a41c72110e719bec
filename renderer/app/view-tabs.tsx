import { Tabs } from "radix-ui";
import { useState } from "react";
import type { Severity } from "../../shared/health/finding.ts";
import { SeverityMark } from "../components/severity-mark.tsx";
import { useText } from "./services.ts";
import { TABS } from "./tabs.ts";

/** The tabs. `alarm` marks the one of the first view: something is wrong there, and another view is open. */
export function ViewTabs({ alarm }: { alarm: Severity | null }) {
  const text = useText();
  // radix focuses by script, after which the browser would draw the ring for the mouse, too.
  const [isByMouse, setByMouse] = useState(false);
  return (
    <Tabs.List
      aria-label={text("app:view.list")}
      onMouseDown={() => setByMouse(true)}
      onKeyDown={() => setByMouse(false)}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) setByMouse(false);
      }}
      className="flex flex-wrap justify-around border-b border-line bg-card px-1 text-small"
    >
      {TABS.map(({ id }) => (
        <Tabs.Trigger
          key={id}
          value={id}
          className={`${isByMouse ? "outline-none!" : ""} rounded-small border-b-2 border-transparent px-2 pt-3 pb-2 text-soft hover:text-ink focus-visible:-outline-offset-2 data-[state=active]:border-accent data-[state=active]:font-semibold data-[state=active]:text-ink`}
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
