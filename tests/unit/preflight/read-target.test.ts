import { describe, expect, it } from "vitest";
import { readTarget } from "../../../shared/preflight/read-target.ts";

describe("the server as somebody types it", () => {
  it.each([
    ["222.66.117.109", { host: "222.66.117.109", isName: false, port: 443 }],
    [" 222.66.117.109:4443 ", { host: "222.66.117.109", isName: false, port: 4443 }],
    ["2001:DB8::1", { host: "2001:db8::1", isName: false, port: 443 }],
    // Without brackets there is no room for a port: it is an address as a whole.
    ["2001:db8::1:443", { host: "2001:db8::1:443", isName: false, port: 443 }],
    ["[2001:db8::1]:8443", { host: "2001:db8::1", isName: false, port: 8443 }],
    ["fe80::1%en0", { host: "fe80::1%en0", isName: false, port: 443 }],
    ["[fe80::1%en0]:443", { host: "fe80::1%en0", isName: false, port: 443 }],
    ["VPN.Example.EDU", { host: "vpn.example.edu", isName: true, port: 443 }],
    ["vpn.example.edu.", { host: "vpn.example.edu", isName: true, port: 443 }],
    ["vpn.example.edu:10443", { host: "vpn.example.edu", isName: true, port: 10_443 }],
    ["https://vpn.example.edu/group?x=1", { host: "vpn.example.edu", isName: true, port: 443 }],
    ["HTTPS://student@vpn.example.edu:8443/", { host: "vpn.example.edu", isName: true, port: 8443 }],
    ["vpn.example.edu/+CSCOE+/logon.html", { host: "vpn.example.edu", isName: true, port: 443 }],
    ["xn--0zwm56d.example", { host: "xn--0zwm56d.example", isName: true, port: 443 }],
    ["localhost", { host: "localhost", isName: true, port: 443 }],
  ])("reads %j", (text, target) => {
    expect(readTarget(text)).toEqual({ target });
  });

  it.each([
    ["", "empty"],
    ["https://", "empty"],
    ["[]:443", "empty"],
    ["ftp://vpn.example.edu", "scheme"],
    ["http://vpn.example.edu", "scheme"],
    ["vpn.example.edu:0", "port"],
    ["vpn.example.edu:65536", "port"],
    ["vpn.example.edu:", "port"],
    ["vpn.example.edu:https", "port"],
    // These mean different addresses to different programs.
    ["10.8.1", "not-an-address"],
    ["256.1.1.1", "not-an-address"],
    ["010.0.0.1", "not-an-address"],
    ["2001:db8::zz", "not-an-address"],
    ["two words", "not-a-name"],
    ["校园.example", "not-a-name"],
    [`${"a".repeat(64)}.example`, "not-a-name"],
    ["-vpn.example", "not-a-name"],
  ])("refuses %j", (text, code) => {
    expect(readTarget(text)).toMatchObject({ problem: { code } });
  });
});
