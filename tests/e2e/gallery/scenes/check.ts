import { expect } from "@playwright/test";
import { HEALTHY, STALE_PIN } from "../../states/machines.ts";
import { recordedMachine } from "../popover.ts";
import type { Act, Scene } from "../scene.ts";

/** Asks whether a connection would work: to a server by its name or address, or as it stands in the field. */
function askPreflight(server: string | null): Act {
  return async ({ page }) => {
    const form = page.locator("form");
    if (server !== null) await form.getByRole("textbox").fill(server);
    await form.getByRole("button").click();
    const card = page.getByRole("region").filter({ has: form });
    await expect(card.locator("svg").first()).toBeVisible();
    await card.evaluate((element) => element.scrollIntoView({ block: "start" }));
  };
}

/** The pre-flight: by what machine it is asked, about which server. */
const ASKED = [
  ["check-works", HEALTHY, "203.0.113.9"],
  ["check-stale-pin", STALE_PIN, null],
  ["check-client-runs", "78-linux-pin-purged-server-loop", null],
  ["check-unknown-name", "44-wifi-off-nothing-left", "vpn.example.edu"],
] as const;

/** The answers of the pre-flight. */
export const CHECK_SCENES: readonly Scene[] = ASKED.map(([name, capture, server]) => ({
  name,
  view: "status",
  known: () => recordedMachine(capture),
  beforePicture: [askPreflight(server)],
  beforeCheck: [],
}));
