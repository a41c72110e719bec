import { expect } from "@playwright/test";
import { HEALTHY, STALE_PIN, TAILSCALE } from "../../states/machines.ts";
import { openTab, panelOf, search, see } from "../acts.ts";
import { recordedMachine } from "../popover.ts";
import type { Act, Scene } from "../scene.ts";

const seeRows = see((panel) => panel.getByRole("listitem").first());

const openFirstRow: Act = async (popover) => {
  const first = panelOf(popover).getByRole("listitem").first();
  await first.getByRole("button").click();
  await expect(first.getByRole("heading").first()).toBeVisible();
};

/** Types an address into the search and opens everything about the answer. */
export function askAddress(address: string): Act {
  return async (popover) => {
    await search(address)(popover);
    const answer = popover.page.getByRole("region", { name: address });
    await answer.getByRole("button").first().click();
  };
}

function scene(name: string, capture: string, beforePicture: readonly Act[]): Scene {
  return {
    name,
    view: "routes",
    known: () => recordedMachine(capture),
    beforePicture: [openTab("routes"), seeRows, ...beforePicture],
    beforeCheck: [],
  };
}

/** The table of routes: shut, with an opened row, and asked for an address. */
export const ROUTES_SCENES: readonly Scene[] = [
  scene("routes", HEALTHY, []),
  scene("routes-stale-pin", STALE_PIN, []),
  scene("routes-tailscale", TAILSCALE, []),
  scene("route-open", HEALTHY, [openFirstRow]),
  scene("route-open-stale-pin", STALE_PIN, [openFirstRow]),
  scene("route-open-tailscale", TAILSCALE, [openFirstRow]),
  scene("address", HEALTHY, [askAddress("222.66.117.109")]),
  scene("address-tailscale", TAILSCALE, [askAddress("100.98.3.40")]),
];
