import { describe, expect, it } from "vitest";
import * as v from "valibot";
import { checkHandlers } from "../../../../electron/main/check/check-handlers.ts";
import type { Network } from "../../../../electron/main/check/check-handlers.ts";
import type { KnownLook } from "../../../../electron/main/watch/conclude.ts";
import { askHere } from "../../../../electron/main/watch/questions.ts";
import { CheckAnswer } from "../../../../shared/contract/check.ts";
import { failed } from "../../../../shared/contract/result.ts";
import { EMPTY_HISTORY } from "../../../../shared/history/history.ts";
import { judged, recordedSnapshot } from "../../../support/judged.ts";

/** Handlers on a recorded machine, and what they asked of the network. */
function setUp(look: KnownLook | null = judged(recordedSnapshot("05-third-state-stale-pin"))) {
  const asked: string[] = [];
  const network: Network = {
    lookUpName: async (name) => (asked.push(`look up ${name}`), { state: "found", addresses: ["222.66.117.109"] }),
    tryConnect: async (address, port) => {
      asked.push(`connect to ${address} port ${port}`);
      return { address, result: "failed", errno: "EADDRNOTAVAIL", milliseconds: 1, source: null };
    },
  };
  const handlers = checkHandlers(
    askHere(() => (look === null ? null : { look, history: EMPTY_HISTORY })),
    network,
  );
  const answerOf = async (call: "check" | "probe", server: string) => {
    const result = await handlers[call]({ server });
    return result.ok ? v.parse(CheckAnswer, result.value) : result;
  };
  return { asked, answerOf };
}

describe("a check", () => {
  it("of an address tells that the stale pin takes it, and asks nothing of the network", async () => {
    const { asked, answerOf } = setUp();
    expect(await answerOf("check", "222.66.117.109")).toMatchObject({
      kind: "report",
      report: { works: "no", ways: [{ outcome: "stale-pin", finding: "gateway-pin-stale" }], probe: null },
    });
    expect(asked).toEqual([]);
  });

  it("of a name looks it up first, and sends nothing else", async () => {
    const { asked, answerOf } = setUp();
    expect(await answerOf("check", "https://VPN.example.edu/group")).toMatchObject({
      kind: "report",
      report: { target: { host: "vpn.example.edu", port: 443 }, ways: [{ address: "222.66.117.109" }] },
    });
    expect(asked).toEqual(["look up vpn.example.edu"]);
  });

  it("of what is no server says why", async () => {
    const { asked, answerOf } = setUp();
    expect(await answerOf("check", "10.8.1")).toMatchObject({ kind: "no-target", problem: { code: "not-an-address" } });
    expect(asked).toEqual([]);
  });

  it("before the first look is refused, not guessed", async () => {
    const { answerOf } = setUp(null);
    expect(await answerOf("check", "203.0.113.9")).toEqual(failed("not-looked-yet"));
  });
});

describe("a probe", () => {
  it("tries one connect and says whether it went as foreseen", async () => {
    const { asked, answerOf } = setUp();
    expect(await answerOf("probe", "222.66.117.109:8443")).toMatchObject({
      kind: "report",
      report: { works: "no", probe: { errno: "EADDRNOTAVAIL", compared: "as-foreseen" } },
    });
    expect(asked).toEqual(["connect to 222.66.117.109 port 8443"]);
  });
});
