import { startStandIn } from "../stand-in/start-stand-in.ts";
import type { StandInApp } from "../stand-in/start-stand-in.ts";
import type { Environment } from "../stage/environment.ts";
import { NOON } from "../../support/judged.ts";
import { FONT_CONFIGURATION } from "./pinned-fonts.ts";

/** Chromium's, so that nothing of the machine and nothing of what was shown before can be seen. */
const SWITCHES = [
  // One pixel of the page is one of the picture, in the colours of the style sheet.
  "--force-device-scale-factor=1",
  "--force-color-profile=srgb",
  // Drawn by the processor, and alike by all of them.
  "--disable-gpu",
  "--disable-skia-runtime-opts",
  // Edges that lie across the border of what is drawn anew come out a little different from edges drawn at once.
  "--disable-partial-raster",
];

/** The recorded machines were looked at at noon: a moment ago. */
const NOW = new Date(Date.parse(NOON) + 5_000);

/**
 * Starts a stand-in that draws the same on every machine: fonts, time zone, clock and scale are fixed.
 * `folder` is where its files may be put; it is removed by `stop`.
 */
export async function startPinnedStandIn(env: Environment, folder: string): Promise<StandInApp> {
  const standIn = await startStandIn({ ...env, FONTCONFIG_FILE: FONT_CONFIGURATION, TZ: "UTC" }, folder, SWITCHES);
  await standIn.page.clock.setFixedTime(NOW);
  return standIn;
}
