import { describe, expect, it } from "vitest";
import { snapshotOf } from "../../../shared/capture/snapshot-of.ts";
import type { OperatingSystem } from "../../../shared/snapshot/snapshot.ts";
import { redactFileText } from "../../../shared/redact/file-form.ts";
import { redactFileName, redactSource } from "../../../shared/redact/sources.ts";
import { redacted } from "../../support/pseudonyms-for.ts";

const file = (source: string, text: string, os: OperatingSystem = "darwin") =>
  redacted((pseudonyms) => redactFileText(text, source, os, pseudonyms), { interfaces: ["en0", "utun6", "wlan0"] });
const columnsOf = (text: string) =>
  text.split("\n").map((line) => [...line.matchAll(/(?<=^|\s)\S/g)].map(({ index }) => index));

describe("a routing table of netstat", () => {
  const table = [
    "Routing tables",
    "",
    "Internet:",
    "Destination        Gateway            Flags               Netif Expire",
    "default            10.51.0.1          UGScg                 en0       ",
    "10.51/16           link#16            UCS                   en0      !",
    "222.66.117.109     10.51.0.1          UGHS                  en0       ",
    "192.168.131.255/32 link#16            UCS                   en0      !",
    "192.168.132.254/32 222.166.117.109    UGHS                  en0       ",
    "192.168.133.253/32 a2:4c:5e:11:d0:74  UHLWIir               en0   1187",
    "10.51.0.1          a2:4c:5e:11:d0:73  UHLWIir               en0   1187",
    "",
  ].join("\n");

  it("keeps its columns where they stand", () => {
    expect(columnsOf(file("netstat -rn", table))).toEqual(columnsOf(table));
  });

  it("leaves out what people wrote around and behind it", () => {
    const text = file(
      "netstat -rn",
      `${table}\nalice@mbp ~ % echo Maria's table\n`.replace("1187", "1187  # Maria's router"),
    );
    expect(text).not.toMatch(/Maria|alice|mbp/);
    expect(text).toContain("user1@name1 ~ % ");
  });
});

describe("a listing of processes", () => {
  const listing = [
    "  PID  PPID USER             STARTED                      COMMAND",
    "  611     1 maria.lopez-long Thu Jul 17 08:03:04 2025     /usr/libexec/rapportd",
    "46988     1 root             Sat Jul 19 13:02:44 2025     openconnect --user=maria vpn.acme.com",
    "",
  ].join("\n");

  it("replaces users and keeps the columns", () => {
    const text = file("ps -axo pid,ppid,user,lstart,command", listing);
    expect(text).not.toMatch(/maria|acme/);
    expect(columnsOf(text).slice(0, 2)).toEqual(columnsOf(listing).slice(0, 2));
    expect(text).toContain("/usr/libexec/rapportd");
  });
});

describe("what Holdfast itself records", () => {
  it("stays one record a line, with user, programs, words and paths replaced", () => {
    const text = file(
      "holdfast processes",
      `{"holdfast":"processes","schema":1,"boot":"8c1f9b52-6d0e-4a57-9d53-3a1c50f7b2aa","complete":true,"tunnelsComplete":true}\n{"pid":7,"parent":1,"user":"maria","start":4,"executable":"/home/maria/bin/tool","arguments":["tool","--name","Maria Lopez","10.1.2.3"],"tunnels":["tun0"]}\n`,
      "linux",
    );
    expect(text).not.toMatch(/maria|lopez|8c1f9b52/i);
    expect(
      text
        .split("\n")
        .slice(0, 2)
        .map((line) => Object.keys(JSON.parse(line))),
    ).toEqual([
      ["holdfast", "schema", "boot", "complete", "tunnelsComplete"],
      ["pid", "parent", "user", "start", "executable", "arguments", "tunnels"],
    ]);
    expect(text).toContain('"tunnels":["tun0"]');
  });
});

describe("iproute2's JSON", () => {
  it("keeps its shape and the kernel's words; addresses, other names and labels are replaced", () => {
    const text = file(
      "ip -j -d addr",
      '[{"ifname":"wlan0","ifalias":"Maria at home","flags":["UP"],"address":"a2:4c:5e:11:d0:73","addr_info":[{"family":"inet","local":"192.168.7.23","prefixlen":24,"label":"wlan0:maria"}]}]',
      "linux",
    );
    expect(text).not.toMatch(/maria|192\.168\.7\.23|a2:4c/i);
    expect(text).toMatch(
      /^\[\{"ifname":"wlan0","ifalias":"[^"]+","flags":\["UP"\],"address":"[\da-f:]+","addr_info":\[\{"family":"inet","local":"192\.168\.\d+\.\d+","prefixlen":24,"label":"wlan0:name\d+"\}\]\}\]$/,
    );
  });
});

describe("iproute2's text", () => {
  it("keeps interfaces with what they are linked to, and names of tables as in JSON", () => {
    const rules = file("ip rule", "100:\tfrom 192.168.7.0/24 lookup acme\n", "linux");
    const json = file("ip -j rule", '[{"priority":100,"src":"all","table":"acme"}]', "linux");
    expect(rules).toMatch(/^100:\tfrom 192\.168\.\d+\.0\/24 lookup name1\n$/);
    expect(json).toContain('"table":"name1"');
    expect(file("ip link", "3: wlan0@if7: <BROADCAST,UP> mtu 1500\n", "linux")).toBe(
      "3: wlan0@if7: <BROADCAST,UP> mtu 1500\n",
    );
  });
});

describe("settings with labels", () => {
  it.for([
    [
      "scutil --dns",
      "resolver #1\n  search domain[0] : acme\n  domain   : acme\n",
      /search domain\[0\] : name1\n {2}domain {3}: name1\n/,
    ],
    [
      "scutil show State:/Network/Service/utun6/DNS",
      "<dictionary> {\n  SearchDomains : <array> {\n    0 : acme\n  }\n  SSID_STR : Maria's WLAN\n}\n",
      /0 : name1\n[^]*SSID_STR : network1\n/,
    ],
    [
      "file:/etc/resolv.conf",
      "# Maria's file\nsearch acme corp.acme.com\nnameserver 127.0.0.53\n",
      /search name\d name\d\.name\d\.name\d\nnameserver 127\.0\.0\.53\n/,
    ],
    [
      "file:/etc/hosts",
      "10.20.0.5 wiki.acme.com acme # vpn-slice-utun6 AUTOCREATED\n",
      /^10\.\d+\.\d+\.\d+ name\d\.name\d\.name\d name\d # vpn-slice-utun6 AUTOCREATED\n$/,
    ],
    [
      "resolvectl status",
      "Link 3 (wlan0)\n       DNS Domain: ~acme\n                   acme.com\n",
      /DNS Domain: ~name\d\n +name\d\.name\d\n/,
    ],
    [
      "networksetup -listnetworkserviceorder",
      "(1) Wi-Fi\n(Hardware Port: Wi-Fi, Device: en0)\n\n(2) acme VPN\n(Hardware Port: acme VPN, Device: )\n",
      /\(1\) Wi-Fi\n\(Hardware Port: Wi-Fi, Device: en0\)\n\n\(2\) network1\n\(Hardware Port: network1, Device: \)/,
    ],
    [
      "nmcli -t -f DEVICE,TYPE,STATE,CONNECTION device",
      "wlan0:wifi:connected:acme \\: Maria\n",
      /^wlan0:wifi:connected:network1\n$/,
    ],
    [
      "file:/var/lib/dhcp/dhclient.leases",
      '  option domain-name "acme";\n  option host-name "maria";\n',
      /domain-name "name\d";\noption host-name "name\d";/,
    ],
  ] as const)("%s: names are replaced where they must stand", ([source, text, pattern]) => {
    const os = /^(?:resolvectl|nmcli|file:\/var)/.test(source) ? "linux" : "darwin";
    expect(file(source, text, os)).toMatch(pattern);
    expect(file(source, text, os)).not.toMatch(/acme|maria/i);
  });

  it("leaves out the bytes of a packet", () => {
    expect(file("ipconfig getsummary en0", "  0000  ac 14 0a 02 61 6c 69 63 65 00\n")).not.toMatch(/61 6c/);
  });
});

describe("a client's log", () => {
  it("keeps the messages that are known, and what they name is replaced", () => {
    const text = file(
      "log:openconnect",
      "Connected to 222.66.117.109:443\nFailed to reconnect to host vpn.acme.com: No route to host\n",
    );
    expect(text).toMatch(
      /^Connected to 222\.\d+\.\d+\.\d+:443\nFailed to reconnect to host name1\.name2\.name3: No route to host\n$/,
    );
  });

  it("leaves out every other line, whatever it says", () => {
    expect(file("log:openconnect", "the password of Maria is geheim\n\nmore of it\n")).toBe(
      "[line left out]\n\n[line left out]\n",
    );
  });
});

describe("a table of /proc/net", () => {
  it("replaces addresses in the kernel's hexadecimal form", () => {
    const text = file(
      "file:/proc/net/tcp",
      "   0: 1707A8C0:C3D4 6D7542DE:01BB 01 00000000:00000000 02:00000000 00000000  1000        0 31337\n",
      "linux",
    );
    expect(text).toMatch(/0: [\dA-F]{4}A8C0:C3D4 [\dA-F]{6}DE:01BB 01 00000000:00000000/);
    expect(text).not.toContain("1707A8C0");
  });
});

describe("the source and the name of a file", () => {
  it.for([
    ["LC_ALL=C ps -axo pid,ppid,user,lstart,command", "LC_ALL=C ps -axo pid,ppid,user,lstart,command"],
    ["ip -4 -j route show table all", "ip -4 -j route show table all"],
    ["networksetup -getdnsservers Wi-Fi", "networksetup -getdnsservers Wi-Fi"],
    ['networksetup -getdnsservers "Maria 5G"', "networksetup -getdnsservers network1"],
    ["file:/etc/resolver/acme.example", "file:/etc/resolver/name1.example"],
    ["log:openconnect", "log:openconnect"],
  ] as const)("%s becomes %s", ([source, expected]) => {
    expect(redacted((pseudonyms) => redactSource(source, pseudonyms))).toBe(expected);
  });

  it("has no address and no name in it", () => {
    expect(redacted((pseudonyms) => redactFileName("route-get-222.66.117.109.txt", pseudonyms))).not.toContain(
      "222.66",
    );
    expect(redacted((pseudonyms) => redactFileName("resolver-acme.com.txt", pseudonyms))).not.toContain("acme");
    expect(redacted((pseudonyms) => redactFileName("routes-inet6.txt", pseudonyms))).toBe("routes-inet6.txt");
  });
});

describe("a text that is none", () => {
  it("is left out with what is wrong about it", () => {
    expect(() => file("netstat -rn", "Routing\0tables")).toThrow(/binary/);
    expect(snapshotOf({ os: "darwin", osVersion: null, takenAt: null, files: [] }).ignored).toEqual([]);
  });
});
