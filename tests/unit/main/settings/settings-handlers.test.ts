import { describe, expect, it } from "vitest";
import { createModel } from "../../../../electron/main/model.ts";
import { settingsHandlers } from "../../../../electron/main/settings/settings-handlers.ts";
import { answer } from "../../../../shared/contract/answer.ts";
import type { Handlers } from "../../../../shared/contract/ipc.ts";
import { DEFAULT_SETTINGS } from "../../../../shared/contract/settings.ts";
import type { Settings } from "../../../../shared/contract/settings.ts";
import { modelAfter, recordedSnapshot } from "../../../support/judged.ts";

/** The settings of an app on a system that starts it at login when told to, unless it refuses. */
function scene({ refuses = false } = {}) {
  const model = createModel(modelAfter(recordedSnapshot("02-seed-after-switch-clean")));
  const changes: Partial<Settings>[] = [];
  let isOn = false;
  const loginStart = {
    isOn: () => isOn,
    set: (on: boolean) => {
      if (!refuses) isOn = on;
    },
  };
  const handlers = settingsHandlers({ model, loginStart, change: (change) => changes.push(change) }) as Handlers;
  return {
    model,
    changes,
    ask: (call: "changeSettings" | "setStartAtLogin", given: unknown) => answer(handlers, call, given),
  };
}

describe("the popover's settings", () => {
  it("change what was chosen and nothing else", async () => {
    const { changes, ask } = scene();
    await ask("changeSettings", { textSize: 150 });
    await ask("changeSettings", { mutedTopics: ["kept-alive"], language: undefined });
    expect(changes).toEqual([{ textSize: 150 }, { mutedTopics: ["kept-alive"] }]);
  });

  it.each([
    { textSize: 110 },
    { language: "de" },
    { mutedTopics: ["weather"] },
    { keepAlive: "yes" },
    { unknown: true },
    { mutedTopics: Array.from({ length: 9 }, () => "kept-alive") },
    null,
  ])("take no %j", async (given) => {
    const { changes, ask } = scene();
    expect(await ask("changeSettings", given)).toMatchObject({ ok: false, error: { code: "invalid-request" } });
    expect(changes).toEqual([]);
  });

  it("show what the system says of starting at login, not what was asked for", async () => {
    const willing = scene();
    await willing.ask("setStartAtLogin", { on: true });
    expect(willing.model.getState().startsAtLogin).toBe(true);
    const refusing = scene({ refuses: true });
    await refusing.ask("setStartAtLogin", { on: true });
    expect(refusing.model.getState().startsAtLogin).toBe(false);
  });

  it("of an older file take their defaults", () => {
    expect(DEFAULT_SETTINGS).toMatchObject({ mutedTopics: [], textSize: 100, introduced: false });
  });
});
