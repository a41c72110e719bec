import { describe, expect, it } from "vitest";
import { canonicalLinkAddress } from "../../../shared/network/link-address.ts";
import { parseAddress } from "../../../shared/network/address.ts";
import { redactHost, redactPath, redactText } from "../../../shared/redact/words.ts";
import { redacted } from "../../support/pseudonyms-for.ts";

const value = (text: string, interfaces: readonly string[] = []) =>
  redacted((pseudonyms) => redactText(text, pseudonyms, "value"), { interfaces });
const prose = (text: string) => redacted((pseudonyms) => redactText(text, pseudonyms, "prose"));
const ADDRESS = String.raw`\d+(?:\.\d+){3}`;

describe("a word of a capture", () => {
  it.for([
    "127.0.0.1",
    "0.0.0.0/0",
    "0.0.0.0/1",
    "128.0.0.0/1",
    "224.0.0.251",
    "239.255.255.250",
    "255.255.255.0",
    "255.255.255.255",
    "::1",
    "::/0",
    "fe80::/64",
    "ff02::fb",
    "fe80::1%lo0",
    "100.100.100.100",
    "169.254.0.0/16",
    "10.0.0.0/8",
    "192.168.0.0/16",
    "ff:ff:ff:ff:ff:ff",
    "1:0:5e:0:0:fb",
    "33:33:0:0:0:1",
    "link#16",
    "default",
    "0xffffff00",
    "mtu",
    "1500",
    "2026-11-16T09:12:44.123Z",
    "18:51:12",
    "utun6",
    "--background",
    "openvpn-2.6.14",
    "/etc/resolv.conf",
    "com.apple.net.utun_control",
    "254.169.in-addr.arpa",
    "8.e.f.ip6.arpa",
    "vpnc-script",
    "org.freedesktop.NetworkManager.openconnect.Connection_7",
  ])("%s is the same on every machine and stays", (text) => {
    expect(prose(text)).toBe(text);
  });

  it.for([
    ["192.168.7.23", String.raw`192\.168\.\d+\.\d+`],
    ["10.51.23.7", String.raw`10\.\d+\.\d+\.\d+`],
    ["172.20.10.2", String.raw`172\.(?:1[6-9]|2\d|3[01])\.\d+\.\d+`],
    ["100.72.3.9", String.raw`100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.\d+\.\d+`],
    ["169.254.31.8", String.raw`169\.254\.\d+\.\d+`],
    ["203.0.113.77", String.raw`203\.0\.113\.\d+`],
    ["222.66.117.109", String.raw`222\.\d+\.\d+\.\d+`],
    ["222.66.117.109:443", `${ADDRESS}:443`],
    ["222.66.117.109.443", String.raw`${ADDRESS}\.443`],
    ["10.20.0.0/16", String.raw`10\.\d+\.0\.0\/16`],
    ["[2001:db8:77::9]:8443", String.raw`\[2001:db8:[\da-f:]+\]:8443`],
    ["fe80::1c2b:7e1d:9a33:40f2%en0", "fe80::[\\da-f:]+%en0"],
    ["1.1.1.1#dns.acme.example", String.raw`1\.1\.1\.1#name\d\.name\d\.example`],
    ["%10.9.8.0/24", String.raw`%10\.\d+\.\d+\.0\/24`],
    ["fd12:3456:789a::/48", String.raw`fd[\da-f:]+::\/48`],
    ["10.51/16", String.raw`10\.\d+\/16`],
  ] as const)("%s is replaced by one of its kind", ([text, pattern]) => {
    expect(value(text)).toMatch(new RegExp(`^${pattern}$`));
    expect(value(text)).not.toBe(text);
  });

  it("has the same pseudonym in every spelling", () => {
    const [full, short, mapped] = value(
      "2001:0db8:0077:0000:0000:0000:0000:0009 2001:db8:77::9 ::ffff:192.168.7.23 192.168.7.23",
    ).split(" ");
    expect(full).toBe(short);
    expect(parseAddress(mapped ?? "")?.value).toBe(
      0xffff_0000_0000n + (parseAddress(value("::ffff:192.168.7.23 192.168.7.23").split(" ")[1] ?? "")?.value ?? 0n),
    );
  });

  it("replaces a hardware address in the spelling of each tool", () => {
    const [bsd = "", padded = "", dashes = "", dots = ""] = value(
      "a2:4c:5e:1:d0:3 a2:4c:5e:01:d0:03 a2-4c-5e-01-d0-03 a24c.5e01.d003",
    ).split(" ");
    expect(padded).toMatch(/^[\da-f][26ae](?::[\da-f]{2}){5}$/);
    expect(canonicalLinkAddress(bsd)).toBe(padded);
    expect(bsd).not.toMatch(/(?:^|:)0[\da-f]/);
    expect(dashes).toBe(padded.replaceAll(":", "-"));
    expect(dots.replaceAll(".", "")).toBe(padded.replaceAll(":", ""));
  });

  it("replaces the hardware address inside an address, a group, an interface and a bridge by the same", () => {
    const text =
      "a2:4c:5e:11:d0:73 fe80::a04c:5eff:fe11:d073 33:33:ff:11:d0:73 ff02::1:ff11:d073 enxa24c5e11d073 8000.a2:4c:5e:11:d0:73";
    const [link = "", address = "", group = "", solicited = "", name = "", bridge = ""] = value(text, [
      "enxa24c5e11d073",
    ]).split(" ");
    const octets = link.split(":");
    const tail = octets.slice(3);
    expect(value("a2:4c:5e:11:d0:73")).toBe(link);
    expect((parseAddress(address)?.value ?? 0n) & 0xff_ffffn).toBe(BigInt(`0x${tail.join("")}`));
    expect(group).toBe(`33:33:ff:${tail.join(":")}`);
    expect((parseAddress(solicited)?.value ?? 0n) & 0xff_ffffn).toBe(BigInt(`0x${tail.join("")}`));
    expect(name).toBe(`enx${octets.join("")}`);
    expect(bridge).toBe(`8000.${link}`);
  });

  it("replaces account and password of a page, and keeps the page's form", () => {
    expect(value("https://alice:geheim@vpn.acme.com:8443/staff?token=s3cr3t")).toMatch(
      /^https:\/\/user1:xxx@name\d\.name\d\.name\d:8443\/name\d\?name\d=name\d$/,
    );
  });

  it("replaces user and host of a prompt", () => {
    expect(prose("alice@alices-macbook")).toBe("user1@name1");
    expect(prose("用户@MacBook-Pro")).toBe("user1@name1");
  });

  it.for(["hunter2", "Müller", "Alices-MacBook-Pro", "13912345678", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"])(
    "%s is left out of free text",
    (text) => expect(prose(text)).toMatch(/^x{3}(?:[/-]x{3})*$/),
  );

  it("replaces an address in hexadecimal, and keeps a mask", () => {
    expect(prose("netmask 0xffffff00")).toBe("netmask 0xffffff00");
    expect(prose("0xc0a80717")).toMatch(/^0xc0a8(?!0717)[\da-f]{4}$/);
  });

  it("leaves out what is left of an address that was cut", () => {
    expect(prose("fe80::1c2b:7e1d:9a33:4:5:6:7:8")).toBe("::xxx");
    expect(prose("9f:86:d0:81:88:4c:7d:65:9a:2f:ea:a0")).toBe("::xxx");
  });

  it("replaces the network in the name of a reverse zone as in an address", () => {
    const [zone = "", network = ""] = value("7.168.192.in-addr.arpa 192.168.7.0/24").split(" ");
    expect(zone).toBe(
      `${network
        .replace(/\.0\/24$/, "")
        .split(".")
        .toReversed()
        .join(".")}.in-addr.arpa`,
    );
  });
});

describe("a path", () => {
  const path = (text: string) => redacted((pseudonyms) => redactPath(text, pseudonyms));

  it("keeps what every machine has and replaces users and their own names", () => {
    expect(path("/Users/alice/Library/Application Support/acme/config.toml")).toMatch(
      /^\/Users\/user1\/Library\/Application Support\/name\d\/config\.toml$/,
    );
    expect(path("/home/bob/.config/thesis.ovpn")).toMatch(/^\/home\/user1\/\.config\/name1\.ovpn$/);
    expect(path("/var/run/vpnc/defaultroute.4711")).toBe("/var/run/vpnc/defaultroute.4711");
    expect(path("/home/root/x")).toMatch(/^\/home\/root\//);
  });
});

describe("a name of hosts", () => {
  it("keeps its relation to its domain", () => {
    const [host = "", domain = ""] = redacted((pseudonyms) =>
      [redactHost("vpn.corp.acme.com", pseudonyms), redactHost("corp.acme.com", pseudonyms)].join(" "),
    ).split(" ");
    expect(host.endsWith(`.${domain}`)).toBe(true);
    expect(host).not.toMatch(/acme|corp|com|vpn/);
  });

  it("keeps the ends that say what kind of name it is", () => {
    expect(redacted((pseudonyms) => redactHost("alices-mac.local", pseudonyms))).toBe("name1.local");
  });
});
