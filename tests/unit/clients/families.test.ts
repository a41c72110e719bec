import { describe, expect, it } from "vitest";
import { CLIENT_KINDS } from "../../../shared/clients/client-kinds.ts";
import { recogniseClients } from "../../../shared/clients/recognise.ts";
import { deferralFor } from "../../../shared/health/deferral.ts";
import { mayRepairFor } from "../../../shared/health/pins.ts";
import type { OperatingSystem } from "../../../shared/snapshot/snapshot.ts";
import { readOutput } from "../../support/read-output.ts";
import { observedValue } from "../../support/observed-value.ts";
import { snapshotOfMachine } from "../../support/machine.ts";

/** Clients among the rows of a real `ps`, read as a capture is read. */
function clientsOf(os: OperatingSystem, command: string) {
  const text = `  PID  PPID USER           STARTED                      COMMAND
    1     0 root           Mon Aug 17 08:02:11 2026     ${os === "darwin" ? "/sbin/launchd" : "/sbin/init"}
  911     1 root           Mon Aug 17 08:05:40 2026     ${command}
`;
  const processes = observedValue(readOutput("LC_ALL=C ps -axo pid,ppid,user,lstart,command", text, os).processes);
  return recogniseClients(snapshotOfMachine(os, { processes }));
}

/** System, family (P pins, M marks its sockets, S is the system's), whether Holdfast may repair, kind, and what `ps` shows. */
const ROWS: readonly (readonly [OperatingSystem, "P" | "M" | "S", "repairs" | "defers", string, string])[] = [
  [
    "darwin",
    "P",
    "repairs",
    "openconnect",
    "/opt/homebrew/bin/openconnect -b --script /opt/homebrew/etc/vpnc/vpnc-script vpn.example.edu",
  ],
  ["linux", "P", "repairs", "openconnect", "/usr/sbin/openconnect --protocol=anyconnect --user=alex vpn.example.edu"],
  [
    "linux",
    "P",
    "defers",
    "openconnect",
    "/usr/sbin/openconnect --syslog --cookie-on-stdin --script /usr/libexec/nm-openconnect-service-openconnect-helper --interface vpn0 203.0.113.9:443",
  ],
  ["darwin", "P", "repairs", "openconnect-gui", "/Applications/openconnect-gui.app/Contents/MacOS/openconnect-gui"],
  ["linux", "P", "repairs", "gpclient", "/usr/bin/gpservice"],
  ["linux", "P", "repairs", "vpnc", "/usr/sbin/vpnc --non-inter campus"],
  [
    "darwin",
    "P",
    "repairs",
    "openvpn",
    "/Applications/Tunnelblick.app/Contents/Resources/openvpn/openvpn-2.6.12-openssl-3.0.15/openvpn --daemon --log-append /Library/Application Support/Tunnelblick/Logs/x.log --config campus.ovpn",
  ],
  ["linux", "P", "repairs", "openvpn", "/usr/sbin/openvpn --suppress-timestamps --nobind --config client.conf"],
  [
    "linux",
    "P",
    "defers",
    "openvpn",
    "/usr/sbin/openvpn --remote 203.0.113.20 --up /usr/libexec/nm-openvpn-service-openvpn-helper --debug 0 911",
  ],
  ["darwin", "P", "repairs", "tunnelblick", "/Applications/Tunnelblick.app/Contents/MacOS/Tunnelblick"],
  ["darwin", "P", "repairs", "tunnelblick", "/Applications/Tunnelblick.app/Contents/Resources/tunnelblickd"],
  [
    "darwin",
    "P",
    "defers",
    "openvpn-connect",
    "/Library/Frameworks/OpenVPNConnect.framework/Versions/Current/usr/sbin/ovpnagent",
  ],
  ["darwin", "P", "defers", "wireguard", "/opt/homebrew/bin/wireguard-go utun"],
  ["linux", "M", "defers", "wireguard", "/usr/bin/wireguard-go wg0"],
  [
    "darwin",
    "S",
    "defers",
    "wireguard",
    "/Applications/WireGuard.app/Contents/PlugIns/WireGuardNetworkExtension.appex/Contents/MacOS/WireGuardNetworkExtension",
  ],
  [
    "darwin",
    "S",
    "defers",
    "wireguard",
    "/Library/SystemExtensions/2F6C/com.wireguard.macos.network-extension.systemextension/Contents/MacOS/com.wireguard.macos.network-extension",
  ],
  [
    "linux",
    "M",
    "defers",
    "tailscale",
    "/usr/sbin/tailscaled --state=/var/lib/tailscale/tailscaled.state --port=41641",
  ],
  ["darwin", "M", "defers", "tailscale", "/usr/local/bin/tailscaled"],
  [
    "darwin",
    "S",
    "defers",
    "tailscale",
    "/Applications/Tailscale.app/Contents/PlugIns/IPNExtension.appex/Contents/MacOS/IPNExtension",
  ],
  [
    "darwin",
    "S",
    "defers",
    "tailscale",
    "/Library/SystemExtensions/A1/io.tailscale.ipn.macsys.network-extension.systemextension/Contents/MacOS/io.tailscale.ipn.macsys.network-extension",
  ],
  ["darwin", "P", "defers", "anyconnect", "/opt/cisco/anyconnect/bin/vpnagentd -execv_instance"],
  [
    "darwin",
    "P",
    "defers",
    "anyconnect",
    "/opt/cisco/secureclient/bin/Cisco Secure Client - AnyConnect VPN Service.app/Contents/MacOS/Cisco Secure Client - AnyConnect VPN Service -execv_instance",
  ],
  ["linux", "P", "defers", "anyconnect", "/opt/cisco/secureclient/bin/vpnagentd -execv_instance"],
  ["darwin", "P", "defers", "globalprotect", "/Applications/GlobalProtect.app/Contents/Resources/PanGPS"],
  ["darwin", "P", "defers", "globalprotect", "/Applications/GlobalProtect.app/Contents/MacOS/GlobalProtect"],
  ["linux", "P", "defers", "globalprotect", "/opt/paloaltonetworks/globalprotect/PanGPA start"],
  [
    "darwin",
    "P",
    "defers",
    "globalprotect",
    "/Library/SystemExtensions/7/com.paloaltonetworks.GlobalProtect.client.extension.systemextension/Contents/MacOS/com.paloaltonetworks.GlobalProtect.client.extension",
  ],
  ["darwin", "P", "defers", "forticlient", "/Library/Application Support/Fortinet/FortiClient/bin/fctservctl2"],
  [
    "darwin",
    "P",
    "defers",
    "forticlient",
    "/Applications/FortiClient.app/Contents/Resources/runtime.helper/FortiTray.app/Contents/MacOS/FortiTray",
  ],
  ["linux", "P", "repairs", "openfortivpn", "/usr/bin/openfortivpn -c /etc/openfortivpn/config"],
  ["darwin", "S", "defers", "pppd", "/usr/sbin/pppd serviceid 7A2EAE71-8F8B-4E0E controlled"],
  ["darwin", "S", "defers", "strongswan", "/usr/libexec/NEIKEv2Provider"],
  ["darwin", "S", "defers", "strongswan", "/usr/sbin/racoon -D"],
  ["linux", "S", "defers", "strongswan", "/usr/lib/ipsec/charon --use-syslog"],
  ["linux", "S", "defers", "strongswan", "/usr/sbin/charon-systemd"],
  ["linux", "S", "defers", "libreswan", "/usr/libexec/ipsec/pluto --leak-detective --config /etc/ipsec.conf --nofork"],
  ["darwin", "P", "defers", "cloudflare-warp", "/Applications/Cloudflare WARP.app/Contents/Resources/CloudflareWARP"],
  ["linux", "P", "defers", "cloudflare-warp", "/bin/warp-svc"],
  ["linux", "P", "defers", "mullvad", "/usr/bin/mullvad-daemon -v --disable-stdout-timestamps"],
  ["darwin", "P", "defers", "mullvad", "/Applications/Mullvad VPN.app/Contents/Resources/mullvad-daemon -v"],
  ["darwin", "P", "defers", "mozilla-vpn", "/Applications/Mozilla VPN.app/Contents/MacOS/mozillavpn macosdaemon"],
  ["darwin", "P", "defers", "ivpn", "/Applications/IVPN.app/Contents/MacOS/IVPN Agent"],
  ["linux", "P", "defers", "ivpn", "/usr/bin/ivpn-service --logging"],
  ["linux", "P", "defers", "pritunl", "/usr/bin/pritunl-service"],
  [
    "darwin",
    "P",
    "defers",
    "pulse-secure",
    "/Applications/Pulse Secure.app/Contents/Plugins/JamUI/../../MacOS/dsAccessService",
  ],
  ["darwin", "P", "defers", "zscaler", "/Applications/Zscaler/Zscaler.app/Contents/PlugIns/ZscalerTunnel"],
  [
    "darwin",
    "P",
    "defers",
    "check-point",
    "/Library/Application Support/Checkpoint/Endpoint Security/Endpoint Connect/TracSrvWrapper",
  ],
  [
    "darwin",
    "P",
    "defers",
    "check-point",
    "/Applications/Endpoint Security VPN.app/Contents/MacOS/Endpoint_Security_VPN",
  ],
  ["linux", "P", "defers", "check-point", "/usr/bin/snx"],
  ["darwin", "M", "defers", "zerotier", "/Library/Application Support/ZeroTier/One/zerotier-one -d"],
  ["linux", "M", "defers", "zerotier", "/usr/sbin/zerotier-one"],
  [
    "linux",
    "P",
    "defers",
    "netbird",
    "/usr/bin/netbird service run --log-level info --daemon-addr unix:///var/run/netbird.sock",
  ],
  [
    "darwin",
    "M",
    "defers",
    "tun-proxy",
    "/Applications/Clash Verge.app/Contents/MacOS/verge-mihomo -d /Users/alex/Library/Application Support/io.github.clash-verge-rev",
  ],
  ["darwin", "M", "defers", "tun-proxy", "/Applications/ClashX.app/Contents/MacOS/ClashX"],
  ["darwin", "M", "defers", "tun-proxy", "/Applications/Surge.app/Contents/MacOS/Surge"],
  ["linux", "M", "defers", "tun-proxy", "/usr/local/bin/sing-box run -c /etc/sing-box/config.json"],
  ["linux", "M", "defers", "nordvpn", "/usr/sbin/nordvpnd"],
  ["linux", "P", "defers", "windscribe", "/opt/windscribe/helper/windscribe-helper"],
  ["linux", "P", "defers", "expressvpn", "/usr/sbin/expressvpnd --workdir /var/lib/expressvpn"],
  ["darwin", "M", "defers", "teleport", "/Applications/tsh.app/Contents/MacOS/tsh vnet-daemon"],
];
const FAMILIES = { P: "pins-host-route", M: "marks-sockets", S: "platform-managed" } as const;

describe("a client as ps shows it", () => {
  it.each(ROWS)("on %s (%s, Holdfast %s): %s: %s", (os, family, may, kind, command) => {
    const [client, ...others] = clientsOf(os, command);
    expect(others).toEqual([]);
    expect(client).toMatchObject({ kind, family: FAMILIES[family], pid: 911 });
    expect(client !== undefined && mayRepairFor(client)).toBe(may === "repairs");
  });

  it("is there for every kind", () => {
    const shown = new Set(ROWS.map(([, , , kind]) => kind));
    expect(CLIENT_KINDS.map(({ kind }) => kind).filter((kind) => !shown.has(kind))).toEqual([]);
  });

  it.each(ROWS.filter(([, , may]) => may === "defers"))(
    "that Holdfast must not repair for says who will mend it, on %s (%s, Holdfast %s): %s",
    (os, _family, _may, kind, command) => {
      const [client] = clientsOf(os, command);
      const [said] = client === undefined ? [] : deferralFor(client);
      expect(said?.args["client"]).toBe(kind);
      expect(said?.code).toBe(client?.managedBy === null ? "left-to-client" : "left-to-supervisor");
    },
  );
});

describe("a process that only has a client's name about it", () => {
  it.each([
    ["darwin", "grep openconnect"],
    ["darwin", "/usr/bin/vim openvpn.conf"],
    ["darwin", "/opt/homebrew/bin/nvim notes/openvpn"],
    ["darwin", "/Applications/MacVim.app/Contents/MacOS/Vim docs/openconnect"],
    ["darwin", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome https://vpn.example.edu/openconnect"],
    ["darwin", "/Applications/Firefox.app/Contents/MacOS/firefox -url https://tailscale.com/kb/tailscaled"],
    ["linux", "/opt/google/chrome/chrome https://vpn.example.edu/openconnect"],
    ["linux", "/usr/lib/firefox/firefox https://vpn.example.edu/openvpn"],
    ["darwin", "/usr/bin/tail -f vpn.log"],
    ["linux", "tail -f /var/log/openvpn"],
    ["linux", "/usr/bin/python3 /usr/bin/sshuttle -r host 10.0.0.0/8"],
    ["linux", "/usr/bin/python3 /usr/bin/openconnect-sso --server vpn.example.edu"],
    ["darwin", "sudo openconnect vpn.example.edu"],
    ["darwin", "/bin/zsh -c openconnect vpn.example.edu"],
    ["linux", "ssh gateway openvpn --config a.conf"],
    ["linux", "docker run --rm openvpn"],
    ["darwin", "(openconnect)"],
    ["linux", "[openconnect] <defunct>"],
    ["darwin", "/Applications/Xcode.app/Contents/MacOS/Xcode /Users/alex/src/openconnect"],
    ["darwin", "/usr/libexec/nesessionmanager"],
    ["darwin", "/Applications/tsh.app/Contents/MacOS/tsh ssh alex@host"],
    ["linux", "/usr/sbin/pppd plugin rp-pppoe.so eth0 user x"],
    ["linux", "/usr/sbin/pppd /dev/ttyUSB0 460800 debug"],
    ["darwin", "/usr/bin/man openconnect"],
    ["linux", "/usr/bin/gdb /usr/sbin/openconnect"],
    ["linux", "strace -f openvpn --config a.conf"],
  ] as const)("is no client: on %s %s", (os, command) => {
    expect(clientsOf(os, command)).toEqual([]);
  });
});
