import { describe, expect, it } from "vitest";
import { isFiltered, optionLetters, ownArguments, parseSource, quoteWord } from "../../../shared/capture/source.ts";
import type { CommandSource } from "../../../shared/capture/source.ts";

function command(text: string): CommandSource {
  const source = parseSource(text);
  if (source.kind !== "command") throw new Error(`${text} is no command`);
  return source;
}

describe("the source of a captured file", () => {
  it.each([
    ["netstat -rn", "netstat", ["-rn"]],
    ["/usr/sbin/netstat -rn", "netstat", ["-rn"]],
    ["LC_ALL=C ps -axo pid,ppid", "ps", ["-axo", "pid,ppid"]],
    ["sudo -n LC_ALL=C /usr/sbin/lsof -nP", "lsof", ["-nP"]],
    ["/usr/bin/env LC_ALL=C ps aux", "ps", ["aux"]],
    ["ps -axo pid,ppid,user,lstart,command (LANG=zh_CN-older)", "ps", ["-axo", "pid,ppid,user,lstart,command"]],
    ["scutil --nwi (Wi-Fi off)", "scutil", ["--nwi"]],
    ["route -n get default, stderr; exit status 0", "route", ["-n", "get", "default"]],
    ['networksetup -getdnsservers "USB 10/100 LAN"', "networksetup", ["-getdnsservers", "USB 10/100 LAN"]],
    ['ps aux | grep -E "(vpn|openconnect)"', "ps", ["aux", "|", "grep", "-E", "(vpn|openconnect)"]],
    ["ifconfig|grep utun", "ifconfig", ["|", "grep", "utun"]],
    ["", "", []],
  ])("%s is %s with %j", (text, program, words) => {
    expect(parseSource(text)).toEqual({ kind: "command", program, arguments: words });
  });

  it.each([
    "Wi-Fi",
    "USB 10/100/1000 LAN",
    "USB (office, 2nd floor)",
    "Alex's iPhone",
    'the "fast" one',
    "无线",
    "a|b",
    "x,",
    "pid,ppid",
    "",
  ])("keeps the word %j whole when it is quoted", (word) => {
    expect(ownArguments(command(`networksetup -getdnsservers ${quoteWord(word)} (a remark)`))).toEqual([
      "-getdnsservers",
      word,
    ]);
  });

  it("quotes only what needs it", () => {
    expect(["-axo", "pid,ppid", "State:/Network/Global/IPv4"].map(quoteWord)).toEqual([
      "-axo",
      "pid,ppid",
      "State:/Network/Global/IPv4",
    ]);
  });

  it("can be a file or a client's log", () => {
    expect(parseSource("file:/etc/resolv.conf")).toEqual({ kind: "file", path: "/etc/resolv.conf" });
    expect(parseSource("log:openconnect")).toEqual({ kind: "log", client: "openconnect" });
  });

  it("tells a command's own arguments from those of a filter", () => {
    const source = command("ps aux | grep -E vpn");
    expect(ownArguments(source)).toEqual(["aux"]);
    expect(isFiltered(source)).toBe(true);
    expect(isFiltered(command("ps aux"))).toBe(false);
  });

  it("collects short options however they are grouped", () => {
    expect(optionLetters(command("netstat -r -nl -f inet"))).toBe("rnlf");
  });
});
