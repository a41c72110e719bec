import type { ComponentType } from "react";
import { StatusTab } from "../features/status/status-tab.tsx";
import type { ViewId, ViewProps } from "./navigation.ts";

/** One tab of the popover. */
export interface ViewEntry {
  readonly id: ViewId;
  readonly Content: ComponentType<ViewProps>;
}

/** The views in the order of their tabs. To add one: its file, its line here. */
export const VIEWS: readonly ViewEntry[] = [{ id: "status", Content: StatusTab }];
