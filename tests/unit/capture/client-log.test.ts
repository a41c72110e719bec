import { describe, expect, it } from "vitest";
import type { ClientLog } from "../../../shared/snapshot/snapshot.ts";
import { observedValue } from "../../support/observed-value.ts";
import { readOutput } from "../../support/read-output.ts";

function log(client: string, ...lines: string[]): ClientLog {
  const [entry] = observedValue(readOutput(`log:${client}`, lines.join("\n")).clientLogs);
  if (entry === undefined) throw new Error("no log");
  return entry;
}

describe("a log of openconnect", () => {
  it.each([
    ["Connected to 203.0.113.9:443", ["203.0.113.9"]],
    ["[2026-08-17 18:51:12] Attempting to connect to server 203.0.113.9:443", ["203.0.113.9"]],
    ["Failed to connect to 222.66.117.109:443: Can't assign requested address", ["222.66.117.109"]],
    ["连接到 222.66.117.109:443 失败：Can't assign requested address", ["222.66.117.109"]],
    ["正在尝试连接到服务器 203.0.113.9:443", ["203.0.113.9"]],
    ["已连接到 [2001:DB8:77::5]:443", ["2001:db8:77::5"]],
    ["add host 222.66.117.109: gateway 172.20.10.1: File exists", ["222.66.117.109"]],
    ["add host 202.120.80.2: gateway utun6", []],
    ["Connected as 172.20.151.1, using SSL", []],
    ["Connected to HTTPS on vpn.example.com with ciphersuite X", []],
    ["Failed to connect to 999.1.1.1:443: x", []],
  ])("%s names %j", (line, servers) => {
    expect(log("openconnect", line).servers).toEqual(servers);
  });

  it("names each server once", () => {
    expect(log("openconnect", "Connected to 203.0.113.9:443", "Connected to 203.0.113.9:443").servers).toHaveLength(1);
  });

  const connected = "CSTP connected. DPD 90, Keepalive 32350";

  it.each([
    ["CSTP Dead Peer Detection detected dead peer!", "silent"],
    ["CSTP 失效对等体检测检测到失效！", "silent"],
    ["Failed to reconnect to host vpn.example.com: Operation timed out", "reconnecting"],
    ["重连到主机 vpn-ct.ecnu.edu.cn 失败：Invalid argument", "reconnecting"],
    ["sleep 20s, remaining timeout 290s", "reconnecting"],
    ["睡眠了 10 秒，超时剩余 300 秒", "reconnecting"],
    ["重连失败", "reconnecting"],
  ])("that ends with %s leaves the session %s", (line, session) => {
    expect(log("openconnect", connected, line, "something else").session).toBe(session);
  });

  it.each([
    connected,
    "CSTP 已连接。DPD 90，持久连接（Keepalive）32350",
    "已建立 DTLS 连接（使用 GnuTLS）。密码套件 X。",
  ])("that ends with %s says that it is back", (line) => {
    expect(log("openconnect", "sleep 20s, remaining timeout 290s", line).session).toBe("up");
  });

  it("does not take the loss of DTLS alone for silence: TLS goes on", () => {
    expect(log("openconnect", connected, "DTLS Dead Peer Detection detected dead peer!").session).toBe("up");
  });

  it("of a first connection that failed speaks of no session", () => {
    expect(log("openconnect", "连接到 222.66.117.109:443 失败：Can't assign requested address").session).toBe(
      "unknown",
    );
  });
});

describe("a log of openvpn", () => {
  it.each([
    ["UDPv4 link remote: [AF_INET]203.0.113.40:1194", ["203.0.113.40"]],
    ["TCP/UDP: Preserving recently used remote address: [AF_INET]203.0.113.40:1194", ["203.0.113.40"]],
    ["[server] Peer Connection Initiated with [AF_INET6]2001:db8:77::5:1194", ["2001:db8:77::5"]],
    ["UDPv4 link local (bound): [AF_INET]192.168.1.23:1194", []],
  ])("%s names %j", (line, servers) => {
    expect(log("openvpn", line).servers).toEqual(servers);
  });

  it("is in its loop while the server does not answer or the process restarts", () => {
    const up = "Initialization Sequence Completed";
    const words = "TLS Error: TLS key negotiation failed to occur within 60 seconds (check your network connectivity)";
    expect(log("openvpn", up, words).session).toBe("reconnecting");
    expect(log("openvpn", up, "SIGUSR1[soft,ping-restart] received, process restarting").session).toBe("reconnecting");
  });

  it("of one packet that could not be written says nothing about the session", () => {
    const line = "2026-08-17 18:59:03 write UDPv4: Can't assign requested address (fd=3,code=49)";
    expect(log("openvpn", "Initialization Sequence Completed", line).session).toBe("up");
  });

  it("tells a restart for silence from a finished start", () => {
    const restart = "[server] Inactivity timeout (--ping-restart), restarting";
    expect(log("openvpn", "Initialization Sequence Completed", restart).session).toBe("silent");
    expect(log("openvpn", restart, "Initialization Sequence Completed").session).toBe("up");
  });
});
