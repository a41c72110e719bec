import { HEALTHY, STALE_PIN } from "../../states/machines.ts";
import { openTab, see, unfold } from "../acts.ts";
import { recordedMachine } from "../popover.ts";
import type { Act, Scene } from "../scene.ts";

const seeGroups = see((panel) => panel.getByRole("region").first());

const MACHINES = [
  ["interfaces", HEALTHY],
  ["interfaces-many-utun", "03-seed-utun-list-and-ps"],
  ["interfaces-stale-pin", STALE_PIN],
  ["interfaces-orphaned-tunnel", "89-linux-orphan-persistent-tun"],
  ["interfaces-containers", "249-linux-containers"],
] as const;

function scene(name: string, capture: string, beforePicture: readonly Act[]): Scene {
  return {
    name,
    view: "interfaces",
    known: () => recordedMachine(capture),
    beforePicture: [openTab("interfaces"), seeGroups, ...beforePicture],
    beforeCheck: [],
  };
}

/** The interfaces of some machines, each shut and opened. */
export const INTERFACES_SCENES: readonly Scene[] = MACHINES.flatMap(([name, capture]) => [
  scene(name, capture, []),
  scene(`${name}-open`, capture, [unfold]),
]);
