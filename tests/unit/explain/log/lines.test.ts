import { describe, expect, it } from "vitest";
import { explainLog } from "../../../../shared/explain/log/explain-log.ts";
import type { LogLine } from "../../../../shared/explain/log/log-line.ts";

function only(text: string): LogLine {
  const [line, ...others] = explainLog(text).lines;
  if (line === undefined || others.length > 0) throw new Error(`not one line: ${text}`);
  return line;
}

describe("a line of a log", () => {
  it.each([
    ["Failed to connect to [2001:db8::9]:443: No route to host", { address: "[2001:db8::9]", port: "443" }],
    ["Failed to connect to 203.0.113.9:443: Connection refused", { address: "203.0.113.9", port: "443" }],
    ["连接到 203.0.113.9:443 失败：Can't assign requested address", { error: "Can't assign requested address" }],
    ["Failed to reconnect to host 2001:db8::9: Operation timed out", { host: "2001:db8::9" }],
    ["睡眠 10s，剩余超时 300s", { pauseSeconds: "10", remainingSeconds: "300" }],
    [
      '为 "connect" 生成脚本 "/etc/vpnc/vpnc-script" 失败：被中断的系统调用',
      { script: "/etc/vpnc/vpnc-script", reason: "connect" },
    ],
    ["已使用加密套件 (TLS1.3) 连接到 vpn.example.edu 上的 HTTPS", { host: "vpn.example.edu", cipher: "(TLS1.3)" }],
    ["SSL 连接失败： 在 pull 函数中出错。", { error: "在 pull 函数中出错。" }],
  ])("“%s” gives up its arguments", (text, args) => {
    expect(only(text).args).toMatchObject(args);
  });

  it.each([
    ["Failed to connect to 203.0.113.9:443: Can't assign requested address", ["errno-eaddrnotavail"]],
    ["连接到 203.0.113.9:443 失败：Can’t assign requested address", ["errno-eaddrnotavail"]],
    ["连接到 203.0.113.9:443 失败：无法指定被请求的地址", ["errno-eaddrnotavail"]],
    ["Failed to connect to 203.0.113.9:443: Cannot assign requested address", ["errno-eaddrnotavail"]],
    ["DTLS 握手失败：资源临时不可用，请重试。", ["tls-again"]],
    ["DTLS handshake failed: Resource temporarily unavailable, try again.", ["tls-again"]],
    ["Failed to write incoming packet: Resource temporarily unavailable", ["errno-eagain"]],
    ["Server certificate verify failed: signer not found", ["oc-cert-reason-signer"]],
    [
      "getaddrinfo failed for host 'vpn.example.edu': nodename nor servname provided, or not known",
      ["dns-noname-macos"],
    ],
    ["ssh: connect to host 203.0.113.9 port 22: Network is unreachable", ["errno-enetunreach"]],
  ])("“%s” carries its error text", (text, errorTexts) => {
    expect(only(text).errorTexts).toEqual(errorTexts);
  });

  it("is the more literal of two messages that fit", () => {
    expect(only("add host 203.0.113.9: gateway 192.0.2.1").messageId).toBe("route-add-host");
    expect(only("add host 203.0.113.9: gateway 192.0.2.1: File exists").messageId).toBe("route-add-host-exists");
    expect(only("add host 203.0.113.9: gateway 192.0.2.1: Network is unreachable").messageId).toBe("route-add-failed");
    expect(only("Write error on DTLS session: 5").messageId).toBe("oc-write-error-openssl");
  });

  it("is a number only where the message has one", () => {
    expect(only("sleep many s, remaining timeout some s").messageId).toBeNull();
  });

  it.each([
    ["[2026-08-17 18:59:03] Reconnect failed", "2026-08-17 18:59:03"],
    ["2026-08-17 18:59:03 write UDPv4: Can't assign requested address (fd=3,code=49)", "2026-08-17 18:59:03"],
    ["Aug  7 18:59:03 laptop openconnect[4711]: Reconnect failed", "Aug 7 18:59:03"],
    ["[2026-08-17T18:59:03+02:00] Reconnect failed", "2026-08-17T18:59:03+02:00"],
    ["2026/08/17 18:59:03 Reconnect failed", "2026/08/17 18:59:03"],
    ["17.08.2026 18:59:03 Reconnect failed", "17.08.2026 18:59:03"],
    ["2026-08-17 18:59 Reconnect failed", "2026-08-17 18:59"],
    ["18:59:03 LIB: Reconnect failed", "18:59:03"],
    [
      "Mon Aug 17 18:59:03 2026 us=123456 SIGUSR1[soft,tls-error] received, process restarting",
      "Mon Aug 17 18:59:03 2026",
    ],
    ["[Mon Aug 17 18:59:03 2026] Reconnect failed", "Mon Aug 17 18:59:03 2026"],
    ["Mon 2026-08-17 18:59:03 laptop openconnect[4711]: Reconnect failed", "Mon 2026-08-17 18:59:03"],
    ["2026-08-17 18:59:03.2352 | 70000ece1000 | Reconnect failed", "2026-08-17 18:59:03.2352"],
    [
      "2026-08-17 18:59:03.123456+0200 0x1a2b Default 0x0 123 0 openconnect: Reconnect failed",
      "2026-08-17 18:59:03.123456+0200",
    ],
    ["[openconnect] Reconnect failed", null],
    ["Reconnect failed", null],
  ])("“%s” keeps its time", (text, timestamp) => {
    expect(only(text)).toMatchObject({ role: "message", timestamp });
  });

  it.each([
    "student@laptop ~ % sudo openconnect vpn.example.edu",
    "[student@laptop ~]$ sudo openconnect vpn.example.edu",
    "laptop:~ student$ sudo openconnect vpn.example.edu",
    "$ netstat -rn",
    "➜ sudo openconnect vpn.example.edu",
  ])("“%s” is what somebody typed", (text) => {
    expect(only(text)).toMatchObject({ role: "command", messageId: null });
  });

  it("that nothing is known of stays as it is", () => {
    expect(only("  Welcome to the campus network\t")).toMatchObject({
      role: "other",
      text: "  Welcome to the campus network\t",
      messageId: null,
      errorTexts: [],
    });
  });

  it("goes on with the message above only directly after it", () => {
    const asked = 'Certificate from VPN server "vpn.example.edu" failed verification.';
    const reason = "Reason: signer not found";
    const [first, second] = explainLog([asked, reason]).lines;
    expect(first).toMatchObject({ role: "message", messageId: "oc-cert-prompt" });
    expect(second).toMatchObject({
      role: "continuation",
      messageId: "oc-cert-prompt",
      args: { host: "vpn.example.edu" },
    });
    expect(explainLog([asked, "Reconnect failed", reason]).lines.at(-1)?.role).toBe("other");
  });

  it.each([
    "Set-Cookie: webvpn=0123456789ABCDEF; Secure",
    "[2026-08-17 18:59:03] Set-Cookie:  webvpn=0123456789ABCDEF;  Secure",
    "Invalid cookie '0123456789ABCDEF'",
    '无效的 cookie "0123456789ABCDEF"',
  ])("“%s” gives no credential away", (text) => {
    expect(JSON.stringify(only(text))).not.toContain("0123456789ABCDEF");
  });

  it("is counted from 1, with blank lines, whatever ends the lines", () => {
    expect(explainLog("a\r\n\r\nReconnect failed\nb\n").lines.map(({ number, role }) => [number, role])).toEqual([
      [1, "other"],
      [2, "blank"],
      [3, "message"],
      [4, "other"],
    ]);
  });
});
