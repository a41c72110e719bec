import { describe, expect, it } from "vitest";
import { recordedCaptures } from "../../captures/recorded-captures.ts";
import { observedValue } from "../../support/observed-value.ts";
import { readOutput, refusalOf } from "../../support/read-output.ts";

const lines = (...rows: string[]) => `${rows.join("\n")}\n`;
const read = (source: string, text: string) => readOutput(source, text, "linux");
const routes = (...rows: string[]) => observedValue(read("ip route show table all", lines(...rows)).inetRoutes);
const refusal = (source: string, text: string) => refusalOf(source, text, "linux");

/** The recorded captures that hold the same output in both forms. */
const inBothForms = recordedCaptures().flatMap(({ name, capture }) => {
  const texts = new Map(capture.files.map(({ source, content }) => [source, content.read ? content.text : ""]));
  return [...texts].flatMap(([source, text]) => {
    const json = texts.get(source.replace(/^ip /, "ip -j "));
    return source.startsWith("ip ") && json !== undefined ? [{ name, source, text, json }] : [];
  });
});

describe("the text of iproute2", () => {
  it.for(inBothForms)("$name: `$source` says the same as its JSON", ({ source, text, json }) => {
    expect(read(source, text)).toEqual(read(source.replace(/^ip /, "ip -j "), json));
  });

  it("is there in both forms in many recorded captures", () => {
    expect(inBothForms.length).toBeGreaterThan(15);
  });

  it("is read as people paste it: behind a prompt, indented, with Windows line ends", () => {
    const text = "    $ ip route\r\n    default via 10.1.0.1 dev wlan0 proto dhcp metric 600 \r\n    \r\n";
    expect(observedValue(read("ip route", text).inetRoutes)).toMatchObject([
      { destination: "0.0.0.0/0", gateway: "10.1.0.1", interface: "wlan0", protocol: "dhcp", metric: 600 },
    ]);
  });

  it("is a part of the whole when its last line does not end, and that line is not read", () => {
    const cut = "default via 10.1.0.1 dev wlan0 \n10.1.0.0/24 dev wlan0 proto kernel scope link src 10.1.0.2";
    expect(read("ip -4 route show table all", cut).inetRoutes).toMatchObject({
      partial: true,
      value: [{ destination: "0.0.0.0/0" }],
    });
  });

  it("is refused as a whole for the first line that is none, with its number", () => {
    const table = "default via 10.1.0.1 dev wlan0 \n";
    expect(refusal("ip route", "")).toBe("0: no-row");
    expect(refusal("ip route", "bash: ip: command not found\n")).toBe("1: bad-row");
    expect(refusal("ip route", `${table}10.1.0.0/33 dev wlan0 \n`)).toBe("2: bad-destination:10.1.0.0/33");
    expect(refusal("ip route", `${table}10.1.0.0/24 dev \n`)).toBe("2: bad-row");
    expect(refusal("ip route", `${table}10.1.0.0/24 dev wlan0 metric six \n`)).toBe("2: bad-row");
    expect(refusal("ip route", `\t nexthop via 10.1.0.1 dev wlan0\n${table}`)).toBe("1: bad-row");
    expect(refusal("ip route", "10.3.0.0/16  encap ip id 7 src 0.0.0.0 dst 192.0.2.4 ttl 6 tos 0 dev d0 \n")).toBe(
      "1: bad-row",
    );
    expect(refusal("ip addr", "2: wlan0: <UP mtu 1500\n")).toBe("1: bad-row");
    expect(refusal("ip addr", "2: wlan0: <UP> mtu 1500\n    inet 10.1.0.2 scope global wlan0\n")).toBe("1: bad-row");
    expect(refusal("ip rule", "0: from all lookup local\nfrom all lookup main\n")).toBe("2: bad-row");
    expect(refusal("ip neigh", "192.168.1.1 dev wlan0 ASLEEP\n")).toBe("1: bad-row");
  });
});

describe("ip route", () => {
  it("reads metrics, and that one is locked, which the JSON does not tell", () => {
    expect(
      routes(
        "10.1.0.0/16 via 192.168.1.1 dev d0 realm 5 mtu lock 1300 rtt 100ms initcwnd 10 features ecn congctl reno",
      ),
    ).toMatchObject([
      { metrics: { mtu: 1300, initcwnd: 10 }, unmodelled: ["flow", "lock", "rtt", "ecn", "congestion"] },
    ]);
  });

  it("reads the next hops of a multipath row from the lines below it", () => {
    expect(
      routes(
        "default ",
        "\tnexthop via 192.168.1.1 dev d0 weight 2 dead linkdown ",
        "\tnexthop via 172.20.10.1 dev d1 weight 1 ",
      ),
    ).toMatchObject([{ gateway: "172.20.10.1", interface: "d1", multipath: true }]);
  });

  it("reads kinds, a next hop of the other family and what `-d` adds", () => {
    expect(
      routes(
        "blackhole 10.4.0.0/16 proto boot scope global metric 5 ",
        "unicast 10.2.0.0/16 via inet6 2001:db8::1 dev d0 proto boot scope global ",
        "unicast 10.6.0.0/16 nhid 9 via 192.168.1.1 dev d0 proto boot scope global ",
        "\tnh_info id 9 via 192.168.1.1 dev d0 scope link proto unspec ",
      ),
    ).toMatchObject([
      { type: "blackhole", interface: null, metric: 5 },
      { gateway: "2001:db8::1", unmodelled: ["via"] },
      { gateway: "192.168.1.1", multipath: false, unmodelled: ["nhid"] },
    ]);
  });
});

describe("ip addr, ip rule and ip neigh", () => {
  it("reads a device with its kind, its lower device, its peer and its lost carrier", () => {
    const text = lines(
      "5: d1@if4: <NO-CARRIER,BROADCAST,MULTICAST,UP,M-DOWN> mtu 1500 qdisc noqueue state LOWERLAYERDOWN",
      "    link/ether 02:98:70:f8:e6:7d brd ff:ff:ff:ff:ff:ff promiscuity 0 ",
      "    veth numtxqueues 2 ",
      "    altname enp0s31f6",
      "6: tun7: <POINTOPOINT,MULTICAST,NOARP,UP,LOWER_UP> mtu 1412 qdisc pfifo_fast state UNKNOWN",
      "    link/none  promiscuity 0 ",
      "    tun type tun pi off vnet_hdr off persist on numtxqueues 1 ",
      "    inet 10.9.0.1 peer 10.9.0.2/32 scope global tun7",
      "       valid_lft forever preferred_lft forever",
    );
    const veth = { name: "d1", up: true, carrier: false, kind: "veth", linkAddress: "02:98:70:f8:e6:7d" };
    const tunnel = { name: "tun7", carrier: true, kind: "tun", persistent: true, mtu: 1412, linkAddress: null };
    const address = { family: "inet", address: "10.9.0.1", prefixLength: 32, peer: "10.9.0.2" };
    expect(read("ip -d addr", text).interfaces).toMatchObject({
      partial: false,
      value: [
        { ...veth, addresses: [] },
        { ...tunnel, addresses: [address] },
      ],
    });
    expect(read("ip -d link", text).interfaces).toMatchObject({ partial: true });
  });

  it("leaves out a rule that selects by what the model cannot hold, and is then a part", () => {
    const text = lines("0:\tfrom all lookup local", "70:\tfrom all uidrange 0-100 ipproto tcp dport 80 unreachable");
    expect(read("ip rule", text).rules).toMatchObject({ partial: true, value: [{ priority: 0 }] });
  });

  it("takes no proxy entry for a neighbour", () => {
    const text = lines("192.168.1.7 dev d0 proxy ", "fe80::1 dev d0 lladdr 02:00:00:00:00:02 router STALE ");
    expect(observedValue(read("ip neigh", text).neighbours)).toEqual([
      { address: "fe80::1", interface: "d0", linkAddress: "02:00:00:00:00:02", state: "stale", router: true },
    ]);
  });
});

describe("a text that ends with a whole line", () => {
  const isAll = (source: string, ...rows: string[]) => {
    const parts = Object.values(read(source, lines(...rows)));
    return parts.map((part) => "partial" in part && !part.partial);
  };
  const own = "default via 10.1.0.1 dev wlan0 ";
  const loopback = "local 127.0.0.0/8 dev lo table local proto kernel scope host src 127.0.0.1 ";
  const wlan = ["3: wlan0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500", "    link/ether 02:24:d7:55:0e:9c brd ff:ff"];

  it("is the whole table when it reaches the table that comes last", () => {
    expect(isAll("ip -4 route show table all", own)).toEqual([false]);
    expect(isAll("ip -4 route show table all", own, loopback)).toEqual([true]);
    expect(isAll("ip -4 route", own, loopback)).toEqual([false]);
  });

  it("is the whole list of rules when it reaches those that the kernel begins with", () => {
    expect(isAll("ip rule", "0:\tfrom all lookup local", "32766:\tfrom all lookup main")).toEqual([false]);
    expect(isAll("ip -6 rule", "0:\tfrom all lookup local", "32766:\tfrom all lookup main")).toEqual([true]);
    expect(isAll("ip rule", "32766:\tfrom all lookup main", "32767:\tfrom all lookup default")).toEqual([true]);
  });

  it("is the whole list of interfaces when its last block has addresses", () => {
    expect(isAll("ip addr", ...wlan)).toEqual([false]);
    expect(isAll("ip addr", ...wlan, "    inet 172.20.10.9/28 scope global wlan0")).toEqual([true]);
    expect(isAll("ip addr", "2: eth0: <BROADCAST,MULTICAST> mtu 1500")).toEqual([true]);
  });

  it("is never known to be the whole list of neighbours", () => {
    expect(isAll("ip neigh", "192.168.1.1 dev wlan0 REACHABLE")).toEqual([false]);
  });
});
