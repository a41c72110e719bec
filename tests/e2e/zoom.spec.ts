import { expect, test } from "@playwright/test";
import { Language } from "../../shared/contract/settings.ts";
import { desktopTranslator } from "../support/desktop-translator.ts";
import { judged, recordedSnapshot } from "../support/judged.ts";
import { toldTimeline } from "../support/told-timeline.ts";
import { expectReadable } from "./app/popover-checks.ts";
import { pictured, viewStateFor } from "./states/view-states.ts";
import { openStandIn } from "./stand-in/open-stand-in.ts";
import type { StandInApp } from "./stand-in/start-stand-in.ts";

/*
 * What large text leaves of the window, in pixels of the page. At 200 % the app's own window grows with the text, so that
 * on a screen of 800 pixels' height 380 × 388 are left; somebody who enlarges the whole desktop may have half the width, too.
 */
const ROOMS = [
  { width: 380, height: 388 },
  { width: 190, height: 280 },
];

let standIn: StandInApp;
let sequence = 0;

openStandIn(async (opened) => {
  standIn = opened;
  await standIn.look(judged(recordedSnapshot("05-third-state-stale-pin")));
  await standIn.tell(toldTimeline());
});

for (const { width, height } of ROOMS) {
  for (const language of Language.options) {
    test(`every view can be read in ${width} × ${height} pixels, in ${language}`, async () => {
      const { page } = standIn;
      const t = desktopTranslator(language);
      await page.setViewportSize({ width, height });
      await page.reload();
      await standIn.show(viewStateFor(pictured("stale-pin-of-living-client"), language, ++sequence));
      await expect(page.locator("html")).toHaveAttribute("lang", language);
      await expectReadable(page);
      for (const view of ["routes", "interfaces", "timeline", "log", "glossary"]) {
        await page.getByRole("tab", { name: t(`app:view.${view}`) }).click();
        await expect(page.getByRole("tabpanel").locator("li, dt, textarea").first()).toBeVisible();
        await expectReadable(page);
      }
      await page.getByRole("button", { name: t("app:view.settings") }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(t("app:settings.title"));
      await expectReadable(page);
    });
  }
}
