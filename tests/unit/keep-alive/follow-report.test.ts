import { describe, expect, it } from "vitest";
import { episodeOf } from "../../../shared/keep-alive/episode-of.ts";
import { followReport, NOTHING_FOLLOWED, statusOf } from "../../../shared/keep-alive/follow-report.ts";
import type { KeepAliveReport, KeptClient } from "../../../shared/contract/keep-alive.ts";
import type { Step } from "../../../shared/repair/step.ts";
import { linuxRoute } from "../../support/example-route.ts";

const AT = "2026-03-02T12:00:00.000Z";
const client: KeptClient = { pid: 41, interface: "tun0", server: "vpn.example.edu" };
const other: KeptClient = { pid: 42, interface: "tun1", server: "vpn.example.org" };

const watching = (...clients: KeptClient[]): KeepAliveReport => ({ kind: "watching", clients, left: [] });
const disturbed = (of = client): KeepAliveReport => ({ kind: "disturbed", client: of, finding: "gateway-pin-stale" });
const back = (of = client, byItself = false): KeepAliveReport => {
  return { kind: "back", client: of, silence: 200, seenBy: "traffic", byItself };
};
const MOVE: Step = { op: "replace-route", route: linuxRoute(), replacement: linuxRoute() };
const ask = (pid: number): Step => ({
  op: "nudge-client",
  client: "openconnect",
  pid,
  startedAt: null,
  signal: "SIGUSR2",
});
const acted = (steps: readonly Step[], err: "tool_failed" | null = null): KeepAliveReport => ({
  kind: "acted",
  txn: "0".repeat(32),
  steps: steps.map((step, index) => ({
    id: String(index),
    finding: "gateway-pin-stale",
    certainty: "proven",
    selected: true,
    step,
    inverse: null,
    err,
  })),
});

/** The status after each report. */
function statuses(reports: readonly KeepAliveReport[]) {
  let known = NOTHING_FOLLOWED;
  return reports.map((report) => statusOf((known = followReport(known, report, AT))));
}

const statesOf = (reports: readonly KeepAliveReport[]) => statuses(reports).map(({ state }) => state);

/** What the timeline is told in the course of the reports. */
function episodes(reports: readonly KeepAliveReport[]) {
  let known = NOTHING_FOLLOWED;
  return reports.flatMap((report) => {
    const episode = episodeOf(known, report);
    known = followReport(known, report, AT);
    return episode ?? [];
  });
}

describe("the status of keep-alive", () => {
  it("is that of a session which is disturbed and comes back", () => {
    expect(statuses([watching(client), disturbed(), back()])).toEqual([
      { state: "watching", clients: [client] },
      { state: "restoring", client, waiting: null },
      { state: "back", client, silence: 200, at: AT },
    ]);
  });

  it("is idle when the helper has no client to keep", () => {
    expect(statesOf([watching(), watching(client), watching()])).toEqual(["idle", "watching", "idle"]);
  });

  it("says what is waited for until something is done", () => {
    const waiting: KeepAliveReport = { kind: "waiting", client, why: "no-router" };
    const [, , waits, acts] = statuses([watching(client), disturbed(), waiting, acted([MOVE, ask(41)])]);
    expect([waits, acts]).toMatchObject([{ waiting: "no-router" }, { state: "restoring", waiting: null }]);
  });

  it("stays that of a client which was given up until something is tried again", () => {
    const gaveUp: KeepAliveReport = { kind: "gave-up", client, tries: 5 };
    expect(statesOf([watching(client), disturbed(), gaveUp, watching(client), acted([ask(41)]), back()])).toEqual([
      "watching",
      "restoring",
      "gave-up",
      "gave-up",
      "restoring",
      "back",
    ]);
  });

  it("stays refused after the client has ended, and until another one is there", () => {
    const refused: KeepAliveReport = { kind: "refused", client };
    const reports = [watching(client), disturbed(), refused, watching(), watching(other)];
    expect(statesOf(reports).slice(2)).toEqual(["refused", "refused", "watching"]);
  });

  it("of two clients is that of the one that needs more", () => {
    const gaveUp: KeepAliveReport = { kind: "gave-up", client: other, tries: 5 };
    const reports = [watching(client, other), disturbed(other), disturbed(), gaveUp, back(), watching(client)];
    expect(
      statuses(reports).map((status) => ("client" in status ? [status.state, status.client.pid] : status.state)),
    ).toEqual(["watching", ["restoring", 42], ["restoring", 42], ["restoring", 41], ["gave-up", 42], ["back", 41]]);
  });

  it("forgets that a session came back when that session has ended", () => {
    expect(statesOf([watching(client), disturbed(), back(), watching()]).at(-1)).toBe("idle");
  });
});

describe("what the timeline is told", () => {
  it("is what was done before the session was back, although the helper says that first", () => {
    expect(episodes([watching(client), acted([MOVE, ask(41)]), disturbed(), back()])).toEqual([
      {
        kind: "kept-alive",
        outcome: "back",
        silence: 200,
        phrases: [
          { code: "move-route", args: { count: 1 } },
          { code: "reconnect", args: { count: 1 } },
        ],
        byItself: false,
      },
    ]);
  });

  it("is nothing of what failed, and nothing of an earlier trouble", () => {
    const reports = [acted([ask(41)]), disturbed(), back(), acted([ask(41)], "tool_failed"), disturbed(), back()];
    expect(episodes(reports).map(({ phrases }) => phrases.length)).toEqual([1, 0]);
  });

  it("of two clients is what was done for each", () => {
    const reports = [acted([ask(41), ask(42)]), disturbed(), disturbed(other), back(), back(other)];
    const reconnect = { code: "reconnect", args: { count: 1 } };
    expect(episodes(reports).map(({ phrases }) => phrases)).toEqual([[reconnect], [reconnect]]);
  });

  it("is that it came back by itself, was refused or given up", () => {
    const reports: KeepAliveReport[] = [
      disturbed(),
      back(client, true),
      disturbed(),
      { kind: "gave-up", client, tries: 5 },
      { kind: "refused", client },
    ];
    expect(episodes(reports).map(({ outcome, byItself, silence }) => [outcome, byItself, silence])).toEqual([
      ["back", true, 200],
      ["gave-up", false, null],
      ["refused", false, null],
    ]);
  });
});
