import { describe, expect, it } from "vitest";
import { stepText } from "../../../renderer/features/status/step-text.ts";
import { failureOf } from "../../../electron/helper-client/helper-failure.ts";
import { HelperConnectionFailure, HelperErrorCode } from "../../../shared/contract/helper-error.ts";
import { UndoRefusal } from "../../../shared/contract/helper-protocol.ts";
import { Language } from "../../../shared/contract/settings.ts";
import { headlineOf } from "../../../shared/explain/headline.ts";
import { pathPicture } from "../../../shared/explain/path-picture.ts";
import { Certainty, FindingId, HealthState } from "../../../shared/health/finding.ts";
import type { Assessment, Finding } from "../../../shared/health/finding.ts";
import { repairText } from "../../../shared/locales/repair-text.ts";
import { Step } from "../../../shared/repair/step.ts";
import { desktopTranslator } from "../../support/desktop-translator.ts";
import { darwinRoute, linuxRoute } from "../../support/example-route.ts";
import { judged, recordedSnapshot } from "../../support/judged.ts";

const route = darwinRoute();
const defaultRoute = linuxRoute({ destination: "0.0.0.0/0", host: false });
const STEPS: readonly Step[] = [
  { op: "delete-route", route },
  { op: "add-route", route },
  { op: "add-route", route: defaultRoute },
  { op: "replace-route", route, replacement: linuxRoute() },
  { op: "replace-route", route: defaultRoute, replacement: defaultRoute },
  { op: "nudge-client", client: "openconnect", pid: 1, startedAt: null, signal: "SIGUSR2" },
  { op: "clear-resolver", path: "/etc/resolv.conf", servers: ["10.99.0.1", "10.99.0.2"] },
  { op: "remove-state-file", path: "/var/run/vpnc/x", pid: 1 },
];

const SURE: Finding = {
  id: "gateway-pin-stale",
  severity: "error",
  certainty: "proven",
  route,
  client: null,
  evidence: [],
  args: {},
  repair: [],
};

/** A verdict for every state with every finding as the worst. */
const VERDICTS: readonly Assessment[] = HealthState.options.flatMap((state) =>
  FindingId.options.map((id) => ({
    ...judged(recordedSnapshot("02-seed-after-switch-clean")).assessment,
    state,
    findings: [{ ...SURE, id }],
  })),
);

describe.each(Language.options)("in %s", (language) => {
  const t = desktopTranslator(language);

  it("every verdict has a headline of a title and a text", () => {
    for (const verdict of VERDICTS) {
      const { code, args } = headlineOf(verdict);
      expect(t(`app:headline.${code}.title`, args)).not.toBe("");
      expect(t(`app:headline.${code}.text`, args)).not.toMatch(/\{\{/);
    }
  });

  it("every path picture has a sentence, and its fault a caption", () => {
    for (const verdict of VERDICTS) {
      const { summary, fault } = pathPicture(verdict);
      expect(t(`app:path.summary.${summary}`)).not.toBe("");
      if (fault !== null) expect(t(`app:path.caption.${fault.caption.code}`, fault.caption.args)).not.toMatch(/\{\{/);
    }
  });

  it("every step has words for the future and for the past", () => {
    for (const step of STEPS) {
      const { code, args } = stepText(step);
      for (const form of ["step", "done"]) expect(t(`app:repair.${form}.${code}`, args)).not.toMatch(/\{\{/);
    }
    expect(new Set(STEPS.map(({ op }) => op)).size).toBe(Step.options.length);
  });

  it("every way to end has words", () => {
    const own = ["plan-changed", "busy", "internal", "invalid-request", "invalid-response", "foreign-sender"];
    const helpers = HelperErrorCode.options.map((code) => failureOf(code).code);
    for (const code of [...own, ...helpers, ...HelperConnectionFailure.options])
      expect(t(`app:error.${code}`)).not.toBe("");
    for (const refusal of UndoRefusal.options) expect(t(`app:undo-refusal.${refusal}`)).not.toBe("");
  });

  it("every certainty is named and explained", () => {
    for (const certainty of Certainty.options) {
      expect(t(`app:finding.certainty.${certainty}`)).not.toBe("");
      expect(t(`app:finding.certainty-meaning.${certainty}`)).not.toBe("");
    }
  });
});

describe("what a button says", () => {
  const [remove, , restore, move, , nudge, clear, file] = STEPS as [Step, Step, Step, Step, Step, Step, Step, Step];

  it.each<[readonly Step[], string, string]>([
    [[remove], "Delete 1 route", "删除 1 条路由"],
    [[remove, remove], "Delete 2 routes", "删除 2 条路由"],
    [[restore], "Restore the default route", "恢复默认路由"],
    [[move, nudge], "Move 1 route and reconnect", "改走 1 条路由并重新连接"],
    [
      [remove, clear, file],
      "Delete 1 route, clear DNS and remove 1 file",
      "删除 1 条路由、清除 DNS 设置并删除 1 个文件",
    ],
    [[], "", ""],
  ])("for repair %# names every kind of step", (steps, english, chinese) => {
    expect(repairText(steps, desktopTranslator("en"))).toBe(english);
    expect(repairText(steps, desktopTranslator("zh-CN"))).toBe(chinese);
  });
});
