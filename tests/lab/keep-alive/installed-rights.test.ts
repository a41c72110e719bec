import { describe, expect } from "vitest";
import { greet } from "../../../electron/helper-client/connect-helper.ts";
import { HelperFailure } from "../../../electron/helper-client/helper-failure.ts";
import { startHelper } from "../../../electron/helper-client/helper-process.ts";
import type { KeepAliveReport } from "../../../shared/contract/keep-alive.ts";
import { labTest } from "../lab-test.ts";
import { SERVER, WIFI } from "../network/addresses.ts";
import { waitUntil } from "../room/wait-until.ts";
import { connect } from "../vpn/connect.ts";
import { innerHostAnswers } from "../vpn/ping.ts";
import { commandOfUnit } from "./unit-command.ts";

describe("the installed helper that keeps sessions alive", () => {
  labTest("has the rights that it takes: a living session survives a change of network", async ({ lab }) => {
    const vpn = await connect(lab, "without-attempt-reconnect");
    const reports: KeepAliveReport[] = [];
    const command = [...lab.laptop.enter, ...commandOfUnit("holdfast-keep-alive@.service")];
    const ended = ({ errors }: { errors: string }) => new HelperFailure("helper-ended", { errors });
    const helper = await greet(startHelper(command), ended, 10_000);
    const kept = helper.keepAlive((report) => reports.push(report)).catch((error: unknown) => error);
    const seen = (kind: KeepAliveReport["kind"]) => () => reports.some((report) => report.kind === kind);
    await waitUntil("it watches", 10_000, seen("watching"));
    await lab.wifi.join("hot", "make-before-break");
    await waitUntil("the session is back", 30_000, seen("back"));
    expect(await lab.laptop.routes()).toContain(`${SERVER} via ${WIFI.hot.router} dev wlan0`);
    expect(await innerHostAnswers(lab)).toBe(true);
    expect(vpn.ending()).toBeUndefined();
    await helper.close();
    expect(await kept).toBeInstanceOf(HelperFailure);
  });
});
