import type { ViewProps } from "../../app/navigation.ts";
import { StatusSkeleton } from "./status-skeleton.tsx";
import { StatusView } from "./status-view.tsx";

/** The first view, or its shape while the first look is not done. */
export function StatusTab({ view, reveal }: ViewProps) {
  return view?.look == null ? <StatusSkeleton /> : <StatusView view={view} look={view.look} reveal={reveal} />;
}
