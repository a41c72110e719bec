import { toldTimeline } from "../../../support/told-timeline.ts";
import { HEALTHY, STALE_PIN } from "../../states/machines.ts";
import { openTab, panelOf, scrollTo, see } from "../acts.ts";
import { recordedMachine } from "../popover.ts";
import type { Known } from "../popover.ts";
import type { Act, Scene } from "../scene.ts";

const seeEntries = see((panel) => panel.getByRole("listitem").filter({ hasText: "10.51.0.1" }).last());

/** Opens the entry that tells how the network changed: from the campus to a telephone. */
const openChange: Act = (popover) => panelOf(popover).getByRole("button").nth(3).click();
const seeDifference = see((panel) => panel.getByText("172.20.10.2/28").last());
const scrollToDifference = scrollTo((panel) => panel.getByText("172.20.10.2/28").last());

function scene(name: string, known: () => Known, beforePicture: readonly Act[]): Scene {
  return { name, view: "timeline", known, beforePicture: [openTab("timeline"), ...beforePicture], beforeCheck: [] };
}

const told = () => ({ ...recordedMachine(STALE_PIN), timeline: toldTimeline() });

/** The timeline: before anything happened, and with the story of a stale pin. */
export const TIMELINE_SCENES: readonly Scene[] = [
  scene("timeline-empty", () => recordedMachine(HEALTHY), [see((panel) => panel.getByRole("paragraph").first())]),
  scene("timeline", told, [seeEntries]),
  scene("timeline-open", told, [seeEntries, openChange, seeDifference, scrollToDifference]),
];
