import { Eye, EyeOff } from "lucide-react";
import type { ViewState } from "../../../shared/contract/view-state.ts";
import { useText } from "../../app/services.ts";
import { Point } from "./point.tsx";
import { WayPicture } from "./way-picture.tsx";

/** What Holdfast is for, what it looks at and what it never sees. */
export function WatchingStep({ view: { os } }: { view: Pick<ViewState, "os"> }) {
  const text = useText();
  return (
    <>
      <p className="mt-2 text-soft">{text("app:introduction.watching.text")}</p>
      <WayPicture os={os} />
      <ul className="space-y-3">
        <Point icon={<Eye size={16} />} ink="text-ok">
          {text("app:introduction.watching.sees")}
        </Point>
        <Point icon={<EyeOff size={16} />} ink="text-accent">
          {text("app:introduction.watching.never")}
        </Point>
      </ul>
    </>
  );
}
