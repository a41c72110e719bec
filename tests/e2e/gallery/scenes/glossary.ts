import { HEALTHY } from "../../states/machines.ts";
import { openTab, search, see } from "../acts.ts";
import { recordedMachine } from "../popover.ts";
import type { Act, Scene } from "../scene.ts";

const seeTerms = see((panel) => panel.getByRole("term").first());

const seeThatNothingIsFound: Act = (popover) =>
  see((panel) => panel.getByText(popover.t("app:glossary.none")))(popover);

function scene(name: string, beforePicture: readonly Act[]): Scene {
  return {
    name,
    view: "glossary",
    known: () => recordedMachine(HEALTHY),
    beforePicture: [openTab("glossary"), seeTerms, ...beforePicture],
    beforeCheck: [],
  };
}

/** The glossary: all of it, searched, and searched in vain. */
export const GLOSSARY_SCENES: readonly Scene[] = [
  scene("glossary", []),
  scene("glossary-search", [search("utun"), seeTerms]),
  scene("glossary-none", [search("qqqq"), seeThatNothingIsFound]),
];
