import type { ComponentType } from "react";
import { GlossaryTab } from "../features/glossary/glossary-tab.tsx";
import { InterfacesView } from "../features/interfaces/interfaces-view.tsx";
import { LogTab } from "../features/log/log-tab.tsx";
import { RoutesView } from "../features/routes/routes-view.tsx";
import { StatusTab } from "../features/status/status-tab.tsx";
import { TimelineView } from "../features/timeline/timeline-view.tsx";
import type { TabId, ViewProps } from "./navigation.ts";

/** One tab of the popover. */
export interface TabEntry {
  readonly id: TabId;
  readonly Content: ComponentType<ViewProps>;
}

/** The views that answer a question, in the order of their tabs. To add one: its file, its line here. */
export const TABS: readonly TabEntry[] = [
  { id: "status", Content: StatusTab },
  { id: "routes", Content: RoutesView },
  { id: "interfaces", Content: InterfacesView },
  { id: "timeline", Content: TimelineView },
  { id: "log", Content: LogTab },
  { id: "glossary", Content: GlossaryTab },
];
