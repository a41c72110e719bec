import { describe, expect, it } from "vitest";
import { readOpenconnectArguments } from "../../../shared/clients/openconnect-arguments.ts";
import { redactArguments } from "../../../shared/redact/command-words.ts";
import { redacted } from "../../support/pseudonyms-for.ts";

const command = (...words: string[]) =>
  redacted((pseudonyms) => redactArguments(words, null, pseudonyms).join("\n")).split("\n");

describe("a command line", () => {
  it.for([
    ["openconnect", "--cookie=A1B2C3", "vpn.acme.com"],
    ["openconnect", "--cookie", "A1B2C3", "vpn.acme.com"],
    ["openconnect", "-CA1B2C3", "vpn.acme.com"],
    ["openconnect", "-bC", "A1B2C3", "vpn.acme.com"],
    ["openconnect", "--form-entry", "main:password=A1B2C3", "vpn.acme.com"],
    ["openconnect", "--token-secret=A1B2C3", "vpn.acme.com"],
    ["openfortivpn", "vpn.acme.com:443", "-u", "x", "-p", "A1B2C3"],
    ["mysql", "-pA1B2C3"],
    ["curl", "-u", "x:A1B2C3", "https://acme.com/"],
    ["sshpass", "-p", "A1B2C3", "ssh", "x@acme.com"],
    ["env", "PASSWORD=A1B2C3", "acme-client"],
    ["tunnel", "https://x:A1B2C3@acme.com/?key=A1B2C3#A1B2C3"],
  ])("%s: a secret is nowhere in what is left", (words) => {
    const text = command(...words).join(" ");
    expect(text).not.toContain("A1B2C3");
    expect(text).not.toContain("acme");
  });

  it.for([
    ["openconnect", "-u", "alice", "vpn.acme.com"],
    ["openconnect", "-ualice", "vpn.acme.com"],
    ["openconnect", "-bu", "alice", "vpn.acme.com"],
    ["openconnect", "--user=alice", "vpn.acme.com"],
    ["sudo", "-u", "alice", "openconnect", "vpn.acme.com"],
    ["openconnect", "-c", "/home/alice/cert.pem", "vpn.acme.com"],
    ["ssh", "alice@acme.com"],
    ["curl", "-u", "alice:secret", "https://acme.com"],
  ])("%s: a user is user1, however it is named", (words) => {
    const text = command(...words).join(" ");
    expect(text).toContain("user1");
    expect(text).not.toMatch(/alice/i);
  });

  it.for([
    ["openconnect", "--script", "/etc/vpnc/vpnc-script", "-b", "vpn.acme.com"],
    ["openconnect", "222.66.117.109", "-b", "--script", "vpn-slice 172.23.148.0/24 %8.8.8.8 git=10.1.2.3"],
    ["openconnect", "-bqs", "/home/alice/bin/vpn-slice", "https://[2001:db8:77::9]:8443/staff"],
    ["openconnect", "--protocol=gp", "--interface", "tun7", "--resolve=vpn.acme.com:222.66.117.109", "vpn.acme.com"],
    ["openconnect", "--no-dtls", "-i", "tun0", "office"],
  ])("%s: means the same to its program", (words) => {
    const [before, after] = [words, command(...words)].map(readOpenconnectArguments);
    expect({ ...after, server: null, script: null, resolved: null }).toEqual({
      ...before,
      server: null,
      script: null,
      resolved: null,
    });
    expect(after?.resolved.length).toBe(before?.resolved.length);
    expect(after?.server === null).toBe(before?.server === null);
    expect(after?.script?.split("/").at(-1)?.split(" ")[0]).toBe(before?.script?.split("/").at(-1)?.split(" ")[0]);
  });

  it("keeps as many words as there were, empty ones too", () => {
    expect(command("openvpn", "--config", "", "two words", "--verb", "3")).toHaveLength(6);
  });

  it("keeps the name of a program of the system, and no name of one in somebody's folder", () => {
    expect(command("/usr/bin/acmetool")).toEqual(["/usr/bin/acmetool"]);
    expect(command("/home/alice/bin/acmetool")).toEqual(["/home/user1/bin/name1"]);
    expect(command("/opt/homebrew/bin/openconnect")).toEqual(["/opt/homebrew/bin/openconnect"]);
  });

  it("keeps options, numbers and addresses that are the same everywhere", () => {
    const words = ["dnsmasq", "--conf-file=/etc/dnsmasq.conf", "--listen-address=127.0.0.1", "--port", "53", "-d"];
    expect(command(...words)).toEqual(words);
  });
});
