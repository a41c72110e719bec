import { Ban, ShieldCheck, Undo2 } from "lucide-react";
import type { ViewState } from "../../../shared/contract/view-state.ts";
import { useText } from "../../app/services.ts";
import { HelperPart } from "../helper/helper-part.tsx";
import { offeredActs } from "../helper/helper-words.ts";
import { Point } from "./point.tsx";

/** Why there is a helper, what it may do and what not; it can be installed here, or later, or never. */
export function HelperStep({ view: { helperSetup } }: { view: Pick<ViewState, "helperSetup"> }) {
  const text = useText();
  return (
    <>
      <p className="mt-2 text-soft">{text("app:introduction.helper.text")}</p>
      <ul className="mt-4 space-y-3">
        <Point icon={<ShieldCheck size={16} />} ink="text-ok">
          {text("app:introduction.helper.may")}
        </Point>
        <Point icon={<Ban size={16} />} ink="text-bad">
          {text("app:introduction.helper.may-not")}
        </Point>
        <Point icon={<Undo2 size={16} />} ink="text-accent">
          {text("app:introduction.helper.undo")}
        </Point>
      </ul>
      <div className="mt-4 space-y-2 rounded-card border border-line bg-card p-4">
        <HelperPart setup={helperSetup} acts={offeredActs(helperSetup).filter((act) => act !== "uninstall")} />
      </div>
    </>
  );
}
