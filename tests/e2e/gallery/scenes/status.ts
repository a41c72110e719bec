import { PICTURED_STATES } from "../../states/view-states.ts";
import { unfold } from "../acts.ts";
import type { Scene } from "../scene.ts";

/** The first view in every state that has a look of its own. */
export const STATUS_SCENES: readonly Scene[] = PICTURED_STATES.map(({ name, model }) => ({
  name,
  view: "status",
  known: () => ({ model: model(), look: null, timeline: [], offered: {} }),
  beforePicture: [],
  beforeCheck: [unfold],
}));
