import { describe, expect, it } from "vitest";
import { createStore } from "zustand/vanilla";
import type { Model } from "../../../../electron/main/model.ts";
import { announceNotices } from "../../../../electron/main/notifications/announce-notices.ts";
import { notificationText } from "../../../../electron/main/notifications/notification-text.ts";
import { desktopTranslator } from "../../../support/desktop-translator.ts";
import { LOOKS } from "../../../support/announcing.ts";
import { modelAfter } from "../../../support/judged.ts";

/** An app that knows nothing yet, and what stands on its screen. */
function app() {
  const model = createStore<Model>(() => ({ ...modelAfter(LOOKS.clean.snapshot), observation: null }));
  const screen = { title: "", popover: false };
  const lookOnceMore = announceNotices({
    model,
    popover: { isVisible: () => screen.popover },
    notifier: {
      show: (notice, t) => (screen.title = notificationText(notice, t).title),
      withdraw: () => (screen.title = ""),
    },
    translate: () => desktopTranslator(model.getState().language),
    clock: { now: () => 0 },
  });
  return { model, screen, lookOnceMore };
}

describe("the app's notifications", () => {
  it("come with a look at the machine, in the language of the moment", () => {
    const { model, screen } = app();
    model.setState({ observation: LOOKS.clean });
    expect(screen.title).toBe("");
    model.setState({ observation: LOOKS.leftOver, language: "zh-CN" });
    expect(screen.title).toBe("下次 VPN 连接会失败");
  });

  it("go when the popover was opened", () => {
    const { model, screen, lookOnceMore } = app();
    model.setState({ observation: LOOKS.clean });
    model.setState({ observation: LOOKS.leftOver });
    screen.popover = true;
    lookOnceMore();
    expect(screen.title).toBe("");
  });

  it("go with a look that shows that nothing is in the way any more", () => {
    const { model, screen } = app();
    model.setState({ observation: LOOKS.clean });
    model.setState({ observation: LOOKS.leftOver });
    model.setState({ observation: LOOKS.clean });
    expect(screen.title).toBe("");
  });
});
