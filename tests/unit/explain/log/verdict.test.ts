import { describe, expect, it } from "vitest";
import { explainLog } from "../../../../shared/explain/log/explain-log.ts";
import type { LogVerdict } from "../../../../shared/explain/log/verdict/verdict.ts";
import { clientLogText } from "../../../support/client-logs.ts";

const verdict = (...lines: string[]): LogVerdict => explainLog(lines).verdict;

const CONNECTED = [
  "POST https://vpn.example.edu/",
  "Connected to 203.0.113.9:443",
  "CSTP connected. DPD 30, Keepalive 20",
];
const EINVAL = "重连到主机 vpn.example.edu 失败：Invalid argument";
const ADDRESS_GONE = "Failed to connect to 203.0.113.9:443: Can't assign requested address";
const CANCELLED = "User cancelled (SIGINT/SIGTERM); exiting.";

describe("the verdict on a recorded log", () => {
  it.each([
    ["connect-and-cancel", "cancelled", "ended", "none"],
    ["verbose-reconnect-on-request", "detached", "ended", "none"],
    ["session-refused", "session-refused", "ended", "sign-in-again"],
    ["ended-by-server", "ended-by-server", "ended", "sign-in-again"],
    ["reconnect-gave-up", "server-route-lost", "ended", "repair-pin"],
    ["name-unresolved", "name-unresolved", "ended", "check-name-resolution"],
    ["server-refused", "server-refused", "ended", "check-server"],
    ["no-route", "network-down", "ended", "wait-for-network"],
    ["wrong-password", "sign-in-failed", "ended", "check-sign-in"],
    ["macos-wifi-switch", "stale-pin", "ended", "repair-pin"],
  ])("%s is the same in English and Chinese: %s", (name, code, phase, remedy) => {
    for (const language of ["en", "zh-CN"])
      expect(explainLog(clientLogText(`${name}.${language}`)).verdict, language).toMatchObject({ code, phase, remedy });
  });

  it.each([
    ["macos-packet-filter-anchor", "packet-filter-only"],
    ["macos-packet-filter-all", "packet-filter-flushed"],
    ["openvpn-stale-pin", "stale-pin"],
  ])("%s is %s", (name, code) => {
    expect(explainLog(clientLogText(name)).verdict.code).toBe(code);
  });
});

describe("the log of the Wi-Fi switch", () => {
  const { lines, verdict: found } = explainLog(clientLogText("macos-wifi-switch.zh-CN"));

  it("is explained line by line, but for what was typed", () => {
    expect(lines.filter(({ messageId }) => messageId === null).map(({ role }) => role)).toEqual(["command", "command"]);
  });

  it("tells the server, the attempts and the pauses, and where it began", () => {
    expect(found.facts).toEqual([
      { code: "server", args: { server: "vpn.example.edu" } },
      { code: "attempts", args: { attempts: 10, pausedSeconds: 360 } },
      { code: "first-sign", args: { line: 10 } },
    ]);
  });

  it("rests on the first trouble, the attempts and the connection that failed at once", () => {
    const ids = new Set(found.evidence.map(({ messageId }) => messageId));
    expect(ids).toEqual(
      new Set([
        "oc-write-error",
        "oc-dpd-send-failed",
        "oc-read-error",
        "oc-reconnect-host-failed",
        "oc-reconnect-sleep",
        "oc-connect-failed",
      ]),
    );
    const numbers = found.evidence.map(({ line }) => line);
    expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
  });
});

describe("the verdict", () => {
  it.each([
    ["a session that runs", CONNECTED, "connected", "up"],
    ["a session without UDP", [...CONNECTED, "DTLS handshake timed out"], "connected-without-udp", "up"],
    [
      "UDP that fails to send",
      [...CONNECTED, "Failed to send DPD request. Expect disconnect"],
      "network-changed",
      "up",
    ],
    ["a dead peer", [...CONNECTED, "CSTP Dead Peer Detection detected dead peer!"], "peer-silent", "lost"],
    [
      "a loop that hides its reason",
      [...CONNECTED, EINVAL, "sleep 10s, remaining timeout 300s"],
      "server-route-lost",
      "lost",
    ],
    ["a session that came back", [...CONNECTED, EINVAL, "CSTP 已连接。DPD 30, 保持连接 20"], "recovered", "up"],
    ["only the last line", ["CSTP reconnect failed; exiting"], "connection-lost", "ended"],
    [
      "a first connection without an answer",
      ["Failed to connect to 203.0.113.9:443: Connection timed out"],
      "server-unreachable",
      "connecting",
    ],
    [
      "IPv6 missing and IPv4 dead",
      ["Failed to connect to [2001:db8::9]:443: Network is unreachable", ADDRESS_GONE],
      "stale-pin",
      "connecting",
    ],
    [
      "IPv6 missing and IPv4 fine",
      ["Failed to connect to [2001:db8::9]:443: Network is unreachable", "Connected to 203.0.113.9:443"],
      "connecting",
      "connecting",
    ],
    [
      "another tunnel address",
      [
        "Reconnect gave different Legacy IP address (10.0.0.2 != 10.0.0.3)",
        "Cookie is no longer valid, ending session",
      ],
      "address-changed",
      "ended",
    ],
    [
      "a busy server",
      ["Got inappropriate HTTP CONNECT response: HTTP/1.1 503 Service Unavailable"],
      "server-busy",
      "unknown",
    ],
    [
      "an unknown certificate that ends it",
      ["Server certificate verify failed: signer not found", "Failed to complete authentication"],
      "certificate-refused",
      "ended",
    ],
    [
      "an unknown certificate that was accepted",
      [
        "Server certificate verify failed: signer not found",
        "Connected to HTTPS on vpn.example.edu with ciphersuite X",
        ...CONNECTED,
      ],
      "connected",
      "up",
    ],
    ["no rights", ["route: must be root to alter routing table"], "rights-missing", "unknown"],
    ["a route that is there", ["route: writing to routing socket: File exists"], "route-present", "unknown"],
    ["a route that is not there", ["route: writing to routing socket: not in table"], "route-absent", "unknown"],
    ["prose", ["The VPN does not work."], "unknown", "unknown"],
    ["nothing", [], "empty", "unknown"],
  ])("on %s", (_, lines, code, phase) => {
    expect(verdict(...lines)).toMatchObject({ code, phase });
  });

  it("calls the pin stale only on the error that a vanished source address gives, not on every loop", () => {
    const scriptFoundPin = "add host 203.0.113.9: gateway 172.20.10.1: File exists";
    expect(verdict(scriptFoundPin, EINVAL).code).toBe("server-route-lost");
    expect(verdict(scriptFoundPin, EINVAL, ADDRESS_GONE).code).toBe("stale-pin");
  });

  it("names the trouble, not the Ctrl-C that ended it", () => {
    expect(verdict(...CONNECTED, EINVAL, CANCELLED)).toMatchObject({ code: "server-route-lost", phase: "ended" });
    expect(verdict(...CONNECTED, CANCELLED)).toMatchObject({ code: "cancelled", phase: "ended" });
  });

  it("is about the last run of the client", () => {
    const refused = ["Cookie was rejected by server; exiting."];
    expect(verdict(...refused, ...CONNECTED).code).toBe("connected");
    expect(verdict(...refused, "POST https://vpn.example.edu/", ADDRESS_GONE).code).toBe("stale-pin");
    expect(verdict(ADDRESS_GONE, ...CONNECTED, CANCELLED).code).toBe("cancelled");
    const gaveUp = [...CONNECTED, EINVAL, "Reconnect failed", "CSTP reconnect failed; exiting"];
    expect(verdict(...gaveUp).code).toBe("server-route-lost");
    expect(verdict(...gaveUp, "POST https://vpn.example.edu/", "Connected to 203.0.113.9:443").code).toBe("connecting");
    expect(verdict(...gaveUp, "Connected to 203.0.113.9:443", CANCELLED).code).toBe("cancelled");
  });

  it("does not take an error of another tool for the client's", () => {
    expect(verdict("ifconfig: ioctl (SIOCDIFADDR): Can't assign requested address").code).toBe("unknown");
    expect(verdict("ssh: connect to host 203.0.113.9 port 22: Can't assign requested address").code).toBe("unknown");
  });

  it.each([
    ["a stale pin, in the loop", [...CONNECTED, EINVAL, ADDRESS_GONE], "retries-in-vain"],
    ["a stale pin, after the end", [...CONNECTED, EINVAL, ADDRESS_GONE, CANCELLED], "next-start-fails"],
    [
      "a lost link in its loop",
      [...CONNECTED, "Read error on SSL session: x", "sleep 20s, remaining timeout 270s"],
      "retries",
    ],
    [
      "the last pause of the loop",
      [...CONNECTED, "Read error on SSL session: x", "sleep 90s, remaining timeout 30s"],
      "last-pause",
    ],
    ["a dead peer", [...CONNECTED, "CSTP Dead Peer Detection detected dead peer!"], "reconnects"],
    ["UDP that fails to send", [...CONNECTED, "Failed to send DPD request. Expect disconnect"], "breaks-off"],
    ["a session that runs", CONNECTED, "goes-on"],
    ["a refused session", ["Cookie was rejected by server; exiting."], "stays-ended"],
    ["prose", ["The VPN does not work."], "unknown"],
  ])("tells of %s what comes next", (_, lines, code) => {
    expect(verdict(...lines).outlook.code).toBe(code);
  });

  it("tells how long the client waits, and since when it stands where it stands", () => {
    const stamped = CONNECTED.map((line) => `[2026-03-01 10:00:00] ${line}`);
    const found = verdict(
      ...stamped,
      "[2026-03-01 10:05:00] CSTP Dead Peer Detection detected dead peer!",
      "sleep 20s, remaining timeout 270s",
    );
    expect(found.since).toEqual({ line: 4, timestamp: "2026-03-01 10:05:00" });
    expect(found.outlook).toEqual({ code: "retries", args: { pauseSeconds: "20", remainingSeconds: "270" } });
    expect(verdict("The VPN does not work.").since).toBeNull();
  });

  it("gives the server's reason", () => {
    expect(verdict("Received server disconnect: b0 'Idle Timeout'").facts).toContainEqual({
      code: "reason",
      args: { reason: "Idle Timeout" },
    });
  });
});

describe("the verdict on a log of OpenVPN", () => {
  const UP = "Thu May 25 11:59:00 2017 Initialization Sequence Completed";
  const REACHED = "Thu May 25 12:00:20 2017 [vpn.example.edu] Peer Connection Initiated with [AF_INET]203.0.113.9:1194";
  const SILENT = "Thu May 25 12:00:00 2017 [vpn.example.edu] Inactivity timeout (--ping-restart), restarting";
  const UNREACHED = [
    "Thu May 25 12:00:10 2017 TLS Error: TLS key negotiation failed to occur within 60 seconds (check your network connectivity)",
    "Thu May 25 12:00:10 2017 TLS Error: TLS handshake failed",
    "Thu May 25 12:00:10 2017 SIGUSR1[soft,tls-error] received, process restarting",
  ];

  it("is that the server cannot be reached while no attempt comes through", () => {
    expect(verdict(...UNREACHED)).toMatchObject({ code: "server-unreachable", phase: "connecting" });
    expect(verdict(UP, SILENT, ...UNREACHED)).toMatchObject({ code: "server-route-lost", phase: "lost" });
  });

  it("is the refused sign-in once the server has answered, whatever failed before", () => {
    const refused = [
      "Thu May 25 12:00:25 2017 AUTH: Received control message: AUTH_FAILED,Too many sessions",
      "Thu May 25 12:00:25 2017 SIGTERM[soft,auth-failure] received, process exiting",
    ];
    expect(verdict(...UNREACHED, REACHED, ...refused)).toMatchObject({ code: "sign-in-failed", phase: "ended" });
  });

  it("is that it was ended on request after Ctrl-C, and that all is well after it came back", () => {
    expect(verdict(UP, "Thu May 25 12:00:30 2017 SIGINT[hard,] received, process exiting")).toMatchObject({
      code: "cancelled",
      phase: "ended",
    });
    expect(verdict(UP, SILENT, ...UNREACHED, REACHED, UP)).toMatchObject({ code: "recovered", phase: "up" });
  });
});

describe("a certificate that could not be verified", () => {
  it("is no verdict when the connection went on, also in the words of openconnect 7", () => {
    const lines = ["Server certificate verify failed: signer not found", "Connected to HTTPS on 203.0.113.9"];
    expect(verdict("SSL negotiation with 203.0.113.9", ...lines).code).toBe("connecting");
    expect(verdict("SSL negotiation with 203.0.113.9", ...lines.slice(0, 1)).code).toBe("certificate-refused");
  });
});
