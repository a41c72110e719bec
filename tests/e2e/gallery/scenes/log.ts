import { expect } from "@playwright/test";
import type { DetectedLog } from "../../../../shared/contract/client-logs.ts";
import { clientLogText } from "../../../support/client-logs.ts";
import { STALE_PIN } from "../../states/machines.ts";
import { openTab, panelOf, see } from "../acts.ts";
import { recordedMachine } from "../popover.ts";
import type { Known } from "../popover.ts";
import type { Act, Scene } from "../scene.ts";

const seeField = see((panel) => panel.getByRole("textbox"));

/** Pastes a recorded log and has it explained. */
const explain: Act = async (popover) => {
  const panel = panelOf(popover);
  await panel.getByRole("textbox").fill(clientLogText(`macos-wifi-switch.${popover.language}`));
  await panel.getByRole("button", { name: popover.t("app:log.explain") }).click();
  await expect(panel.getByRole("heading", { level: 1 })).toBeVisible();
};

const scrollToLastLine: Act = async (popover) => {
  await popover.page.mouse.move(190, 300);
  await popover.page.mouse.wheel(0, 100_000);
  await expect(panelOf(popover).getByText("Can't assign requested address").last()).toBeInViewport();
};

const withoutLogs = () => recordedMachine(STALE_PIN);

/** A client that runs writes a log that may be read. */
const withLog = (): Known => {
  const log: DetectedLog = { id: "1", client: "openconnect", pid: 46988, path: "/home/student/vpn.log" };
  return { ...withoutLogs(), offered: { clientLogs: { ok: true, value: { logs: [log] } } } };
};

const seeOffer = see((panel) => panel.getByRole("button", { name: /openconnect/ }));

function scene(name: string, known: () => Known, beforePicture: readonly Act[]): Scene {
  return {
    name,
    view: "log",
    known,
    beforePicture: [openTab("log"), seeField, ...beforePicture],
    beforeCheck: [],
  };
}

/** The log explainer: waiting for a log, with one on offer, its verdict, and the log line by line. */
export const LOG_SCENES: readonly Scene[] = [
  scene("log-empty", withoutLogs, []),
  scene("log-offered", withLog, [seeOffer]),
  scene("log-verdict", withoutLogs, [explain]),
  scene("log-lines", withoutLogs, [explain, scrollToLastLine]),
];
