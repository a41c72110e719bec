import { describe, expect, it } from "vitest";
import { recogniseClients } from "../../../shared/clients/recognise.ts";
import { unobserved } from "../../../shared/snapshot/part.ts";
import type { Process } from "../../../shared/snapshot/process.ts";
import { running, snapshotOfMachine } from "../../support/machine.ts";

const clients = (...processes: Process[]) => recogniseClients(snapshotOfMachine("darwin", { processes }));
const kinds = (command: string) => clients(running(command)).map(({ kind }) => kind);

describe("a VPN client", () => {
  it.each([
    ["openconnect vpn.example.com", "openconnect"],
    ["/opt/homebrew/bin/openconnect -b vpn.example.com", "openconnect"],
    ["/Users/alex/My Tools/openconnect -b vpn.example.com", "openconnect"],
    ["/usr/sbin/openvpn --config work.ovpn", "openvpn"],
    [
      "/Applications/Tunnelblick.app/Contents/Resources/openvpn/openvpn-2.6.12-openssl-3.0.15/openvpn --daemon",
      "openvpn",
    ],
    ["/Library/Application Support/Tunnelblick/openvpn/openvpn-2.6/openvpn --daemon", "openvpn"],
    ["wireguard-go utun", "wireguard"],
    ["/Library/Application Support/ZeroTier/One/zerotier-one -d", "zerotier"],
    [
      "/opt/cisco/secureclient/bin/Cisco Secure Client - AnyConnect VPN Service.app/Contents/MacOS/Cisco Secure Client - AnyConnect VPN Service -execv_instance",
      "anyconnect",
    ],
    ["/opt/cisco/anyconnect/bin/vpnagentd -execv_instance", "anyconnect"],
    ["/Applications/GlobalProtect.app/Contents/Resources/PanGPS", "globalprotect"],
    ["/usr/sbin/tailscaled --state=/var/lib/tailscale/tailscaled.state", "tailscale"],
    ["/Applications/Clash Verge.app/Contents/MacOS/verge-mihomo -d /Users/alex", "tun-proxy"],
    ["/Applications/Mozilla VPN.app/Contents/MacOS/mozillavpn macosdaemon", "mozilla-vpn"],
    ["/Library/Application Support/Fortinet/FortiClient/bin/fctservctl2", "forticlient"],
    ["/Applications/Zscaler/Zscaler.app/Contents/PlugIns/ZscalerTunnel", "zscaler"],
    ["/Applications/IVPN.app/Contents/MacOS/IVPN Agent", "ivpn"],
    ["/usr/bin/pritunl-service", "pritunl"],
  ])("is recognised by its program: %s", (command, kind) => {
    expect(kinds(command)).toEqual([kind]);
  });

  it.each([
    "vim openconnect.txt",
    "sudo openconnect vpn.example.com",
    "grep openconnect",
    "/usr/bin/grep --color=auto openconnect",
    "journalctl -u openconnect",
    "tail -f /var/log/openconnect",
    "less /Users/alex/openconnect",
    "/Applications/MacVim.app/Contents/MacOS/Vim /Users/alex/openconnect",
    "/bin/sh -c openconnect vpn.example.com",
    "man openvpn",
    "python3 openconnect.py",
    "/usr/bin/openconnect-sso",
    "pkill -f openvpn",
  ])("is none: %s", (command) => {
    expect(kinds(command)).toEqual([]);
  });

  it("is told by the executable where the system knows it, whatever the process calls itself", () => {
    expect(clients(running("vpn-worker", { executable: "/usr/sbin/openconnect" })).map(({ kind }) => kind)).toEqual([
      "openconnect",
    ]);
    expect(clients(running("openconnect x", { executable: "/usr/bin/vim" }))).toEqual([]);
  });

  it("cannot be seen when the processes were not", () => {
    const snapshot = { ...snapshotOfMachine("darwin", {}), processes: unobserved<never>("not-permitted") };
    expect(recogniseClients(snapshot)).toEqual([]);
  });

  it("stands in the order of the process ids", () => {
    const found = clients(running("openvpn", { pid: 900 }), running("openconnect a", { pid: 20 }));
    expect(found.map(({ pid }) => pid)).toEqual([20, 900]);
  });
});

describe("a client run by NetworkManager", () => {
  it.each([
    "/usr/sbin/openconnect --script /usr/lib/NetworkManager/nm-openconnect-service-openconnect-helper --interface vpn0 222.66.117.109:443",
    "/usr/sbin/openvpn --remote 203.0.113.20 --up /usr/libexec/nm-openvpn-service-openvpn-helper --route-noexec",
    "/usr/sbin/vpnc --script /usr/lib/NetworkManager/nm-vpnc-service-vpnc-helper -",
  ])("is known by the script that it was given: %s", (command) => {
    expect(clients(running(command))[0]?.managedBy).toBe("NetworkManager");
  });

  it("is known by its parent", () => {
    const service = running("/usr/lib/NetworkManager/nm-openconnect-service --bus-name org.x", { pid: 4400 });
    const client = running("/usr/sbin/openconnect 222.66.117.109", { pid: 4401, parentPid: 4400 });
    expect(clients(service, client).map(({ managedBy }) => managedBy)).toEqual(["NetworkManager"]);
  });

  it("is not one that a person started beside it", () => {
    const manager = running("/usr/sbin/NetworkManager --no-daemon", { pid: 812 });
    expect(clients(manager, running("openconnect 222.66.117.109"))[0]?.managedBy).toBeNull();
  });
});

describe("WireGuard", () => {
  it("pins its endpoint where wg-quick runs it on macOS, and marks its sockets elsewhere", () => {
    const on = (os: "darwin" | "linux", command: string) =>
      recogniseClients(snapshotOfMachine(os, { processes: [running(command)] }))[0]?.family;
    expect(on("darwin", "wireguard-go utun")).toBe("pins-host-route");
    expect(on("linux", "wireguard-go wg0")).toBe("marks-sockets");
    expect(
      on("darwin", "/Applications/WireGuard.app/Contents/PlugIns/x.appex/Contents/MacOS/WireGuardNetworkExtension"),
    ).toBe("platform-managed");
  });
});
