import { describe, expect, it } from "vitest";
import { readOpenconnectArguments } from "../../../shared/clients/openconnect-arguments.ts";

const read = (command: string) => readOpenconnectArguments(command.split(" "));

describe("the server on openconnect's command line", () => {
  it.each([
    ["openconnect vpn-ct.ecnu.edu.cn", "vpn-ct.ecnu.edu.cn"],
    ["openconnect -b vpn-ct.ecnu.edu.cn", "vpn-ct.ecnu.edu.cn"],
    ["openconnect vpn-ct.ecnu.edu.cn -b", "vpn-ct.ecnu.edu.cn"],
    ["openconnect --background --user alex --authgroup staff https://vpn.example.com/staff", "vpn.example.com"],
    ["openconnect https://vpn.example.com:8443/group?x=1", "vpn.example.com"],
    ["openconnect vpn.example.com:8443", "vpn.example.com"],
    ["openconnect vpn.example.com/group", "vpn.example.com"],
    ["openconnect 222.66.117.109", "222.66.117.109"],
    ["openconnect https://222.66.117.109:443", "222.66.117.109"],
    ["openconnect https://[2001:db8:77::9]:8443/staff", "2001:db8:77::9"],
    ["openconnect [2001:db8:77::9]:443", "2001:db8:77::9"],
    ["openconnect 2001:db8:77::9", "2001:db8:77::9"],
    ["openconnect --protocol=gp portal.example.com --usergroup=gateway", "portal.example.com"],
    ["openconnect --protocol gp --os win portal.example.com", "portal.example.com"],
    ["openconnect --server=vpn.example.com -b", "vpn.example.com"],
    ["openconnect --server vpn.example.com", "vpn.example.com"],
    ["openconnect -u alex --passwd-on-stdin --servercert pin-sha256:AAAA= vpn.example.com", "vpn.example.com"],
    [
      "openconnect --cookie-on-stdin --script /etc/vpnc/vpnc-script --interface vpn0 222.66.117.109:443",
      "222.66.117.109",
    ],
    ["openconnect -c cert.pem -k key.pem -p secret -e 30 vpn.example.com", "vpn.example.com"],
    ["openconnect -Q 10 -m 1390 --base-mtu 1400 vpn.example.com", "vpn.example.com"],
    ["openconnect --proxy http://proxy.example.com:3128 vpn.example.com", "vpn.example.com"],
    ["openconnect --http-auth Basic --proxy-auth NTLM vpn.example.com", "vpn.example.com"],
    ["openconnect --reconnect-timeout 600 --force-dpd 10 --no-dtls vpn.example.com", "vpn.example.com"],
    ["openconnect --form-entry main:group=staff vpn.example.com", "vpn.example.com"],
    ["openconnect -bvu alex vpn.example.com", "vpn.example.com"],
    ["openconnect -S --script ocproxy vpn.example.com", "vpn.example.com"],
    ["openconnect --inter utun9 vpn.example.com", "vpn.example.com"],
    ["openconnect --config /etc/vpn.conf", null],
    ["openconnect", null],
  ])("of `%s` is %s", (command, server) => {
    expect(read(command).server).toBe(server);
  });

  // ps splits `--script 'vpn-slice 10.0.0.0/8 db.internal'` at its blanks.
  it.each([
    ["openconnect --script vpn-slice 10.0.0.0/8 172.16.0.0/12 vpn.example.com", "vpn.example.com"],
    ["openconnect vpn.example.com --script vpn-slice 10.0.0.0/8 %8.8.8.8", "vpn.example.com"],
    ["openconnect vpn.example.com -b -s vpn-slice 10.1.2.3 db.internal git=10.1.2.4", "vpn.example.com"],
    ["openconnect -s vpn-slice 10.0.0.0/8 -b vpn.example.com", "vpn.example.com"],
    ["openconnect --config /etc/vpn.conf --script vpn-slice 10.0.0.0/8", null],
  ])("is told from the arguments of a script: `%s`", (command, server) => {
    expect(read(command).server).toBe(server);
  });

  it("is found where the argument vector itself is known", () => {
    const words = ["openconnect", "-s", "vpn-slice 10.0.0.0/8 db.internal", "222.66.117.109"];
    expect(readOpenconnectArguments(words)).toMatchObject({
      server: "222.66.117.109",
      script: "vpn-slice 10.0.0.0/8 db.internal",
    });
  });
});

describe("options of openconnect", () => {
  it.each([
    ["openconnect -i utun6 vpn.example.com", "utun6"],
    ["openconnect -iutun6 vpn.example.com", "utun6"],
    ["openconnect --interface=vpn0 vpn.example.com", "vpn0"],
    ["openconnect --interface vpn0 vpn.example.com", "vpn0"],
    ["openconnect -bi tun3 vpn.example.com", "tun3"],
    ["openconnect vpn.example.com", null],
  ])("name the tunnel in `%s`: %s", (command, name) => {
    expect(read(command).interface).toBe(name);
  });

  it.each([
    ["openconnect -s /etc/vpnc/vpnc-script vpn.example.com", "/etc/vpnc/vpnc-script"],
    ["openconnect vpn.example.com -bs /etc/vpnc/vpnc-script", "/etc/vpnc/vpnc-script"],
    ["openconnect --script=/etc/vpnc/vpnc-script vpn.example.com", "/etc/vpnc/vpnc-script"],
    ["openconnect --script /a --script /b vpn.example.com", "/b"],
  ])("name the script in `%s`: %s", (command, script) => {
    expect(read(command)).toMatchObject({ script, server: "vpn.example.com" });
  });

  it("give addresses of the server", () => {
    const { resolved } = read(
      "openconnect --resolve vpn.example.com:222.66.117.109 --resolve=vpn.example.com:2001:db8::9 vpn.example.com",
    );
    expect(resolved).toEqual(["222.66.117.109", "2001:db8::9"]);
  });

  it("without the value that they need end the command line quietly", () => {
    expect(read("openconnect vpn.example.com --script")).toMatchObject({ server: "vpn.example.com", script: null });
  });
});
