import { describe, expect, it } from "vitest";
import type { Contribution } from "../../../shared/capture/contribution.ts";
import type { Route } from "../../../shared/snapshot/route.ts";
import { observedValue } from "../../support/observed-value.ts";
import { readOutput, refusalOf } from "../../support/read-output.ts";

const HEADER = "Destination        Gateway            Flags               Netif Expire";
const HEADER6 =
  "Destination                             Gateway                                 Flags               Netif Expire";
const LONG_HEADER =
  "Destination        Gateway            RT_IFA             Flags        Refs      Use    Mtu          Netif Expire";

const COUNTING_HEADER = "Destination        Gateway            Flags        Refs      Use   Netif Expire";
const COUNTING_LOOPBACK = "127.0.0.1          127.0.0.1          UH             11     8452     lo0";
const LOOPBACK = "127.0.0.1          127.0.0.1          UH                    lo0       ";

const table = (rows: readonly string[], header = HEADER) =>
  ["Routing tables", "", "Internet:", header, ...rows, ""].join("\n");
const table6 = (rows: readonly string[]) => ["Routing tables", "", "Internet6:", HEADER6, ...rows, ""].join("\n");

function read(row: string, header = HEADER, source = "netstat -rn"): Route {
  const [route] = observedValue(readOutput(source, table([row], header)).inetRoutes);
  if (route === undefined) throw new Error("no route");
  return route;
}

function read6(row: string): Contribution {
  return readOutput("netstat -rn", table6([row]));
}

const neighbours = (row: string) => observedValue(readOutput("netstat -rn", table([row])).neighbours);
const readLong = (row: string) => read(row, LONG_HEADER, "netstat -rnl -f inet");

describe("a row of netstat -rn", () => {
  it("becomes a route with full destination, next hop, interface and single flags", () => {
    expect(read("222.66.117.109     10.51.0.1          UGHS                  en0       ")).toEqual({
      family: "inet",
      destination: "222.66.117.109/32",
      gateway: "10.51.0.1",
      interface: "en0",
      type: "unicast",
      source: null,
      table: "main",
      metric: null,
      protocol: null,
      scope: null,
      scoped: false,
      host: true,
      flags: ["U", "G", "H", "S"],
      linkAddress: null,
      metrics: {},
      preference: null,
      multipath: false,
      unmodelled: [],
    });
  });

  it.each([
    ["127                127.0.0.1          UCS                   lo0       ", "127.0.0.1", null],
    ["169.254            link#16            UCS                   en0      !", "link", null],
    ["222.66.117         utun6              USc                 utun6       ", "link", null],
    ["172.20.10.1        c6:52:4f:cc:a7:64  UHLWIir               en0   1130", "link", "c6:52:4f:cc:a7:64"],
    ["192.168.64.6       52.54.0.6a.e1.2b   UHLWIi          bridge100   1103", "link", "52:54:00:6a:e1:2b"],
    ["192.0.2.7          0:1c:42:0:0:8      UHLS                  en0      !", "link", "00:1c:42:00:00:08"],
    ["10.9/24            default            UGSc                utun6       ", "0.0.0.0", null],
  ])("%s", (row, gateway, linkAddress) => {
    expect(read(row)).toMatchObject({ gateway, linkAddress });
  });

  it.each([
    ["10.9/24            127.0.0.1          UGSB                  lo0       ", "blackhole"],
    ["10.9/24            127.0.0.1          UGSR                  lo0       ", "unreachable"],
    ["172.20.10.1        c6:52:4f:cc:a7:64  UHRLWIir              en0   1130", "unicast"],
    ["224.0.0/4          link#16            UmCS                  en0      !", "multicast"],
    ["224.0.0.251        1:0:5e:0:0:fb      UHmLWI                en0       ", "multicast"],
    ["172.20.10.15       ff:ff:ff:ff:ff:ff  UHLWbI                en0      !", "broadcast"],
    ["192.168.31.3       5e:a9:30:74:1c:2   UHLWI                 lo0       ", "local"],
    ["172.20.10/28       link#16            UCS                   en0      !", "unicast"],
  ])("%s has type %s", (row, type) => {
    expect(read(row).type).toBe(type);
  });

  it("is scoped with flag I and a host with flag H", () => {
    expect(read("default            192.168.1.1        UGScIg                en0       ")).toMatchObject({
      destination: "0.0.0.0/0",
      scoped: true,
      host: false,
    });
    expect(read("198.51.100.7/32    192.168.1.1        UGSc                  en0       ").host).toBe(false);
  });

  it.each(["1130", "!", "-210842", "4294967295", ""])("may expire with %j", (expire) => {
    expect(read(`172.20.10.1        c6:52:4f:cc:a7:64  UHLWIir               en0 ${expire}`).interface).toBe("en0");
  });

  it("takes the interface behind Refs and Use where the header has them", () => {
    expect(
      read("10.1.0.2           a2:11:7e:3:9c:40   UHLWIir        75      310     en0   1176", COUNTING_HEADER),
    ).toMatchObject({
      interface: "en0",
      linkAddress: "a2:11:7e:03:9c:40",
    });
  });

  it("takes the source address from RT_IFA, also when a row lacks it or its Mtu", () => {
    expect(
      readLong(
        "222.66.117.109     10.51.0.1          10.51.23.7         UGHS            2        7   1500            en0       ",
      ),
    ).toMatchObject({ source: "10.51.23.7", interface: "en0" });
    expect(
      readLong("222.66.117.109     10.51.0.1          UGHS            2        7   1500            en0       "),
    ).toMatchObject({ source: null, interface: "en0" });
    expect(
      readLong(
        "222.66.117.109     10.51.0.1          10.51.23.7         UGHS            2        7                 en0      !",
      ),
    ).toMatchObject({ source: "10.51.23.7", interface: "en0" });
  });

  it("keeps zones of IPv6 addresses", () => {
    const row =
      "fe80::%utun0/64                         fe80::4a3a:91c0:6e2d:1f05%utun0         UcI                 utun0       ";
    expect(observedValue(read6(row).inet6Routes)[0]).toMatchObject({
      destination: "fe80::%utun0/64",
      gateway: "fe80::4a3a:91c0:6e2d:1f05%utun0",
    });
  });
});

describe("neighbours in a routing table", () => {
  it("are the ARP rows, with the router marked", () => {
    expect(neighbours("172.20.10.1        c6:52:4f:cc:a7:64  UHLWIir               en0   1130")).toEqual([
      { address: "172.20.10.1", interface: "en0", linkAddress: "c6:52:4f:cc:a7:64", state: "reachable", router: true },
    ]);
  });

  it("are also those that somebody put on the link, without any answer of theirs", () => {
    expect(neighbours("203.0.113.1        link#8             UHLS                  en0      !")).toMatchObject([
      { address: "203.0.113.1", linkAddress: null, state: "permanent" },
    ]);
  });

  it("have failed with flag R, even without a link address", () => {
    expect(neighbours("169.254.169.254    link#15            UHRLSW                en0      !")).toEqual([
      { address: "169.254.169.254", interface: "en0", linkAddress: null, state: "failed", router: false },
    ]);
  });

  it.each([
    "224.0.0.251        1:0:5e:0:0:fb      UHmLWI                en0       ",
    "172.20.10.15       ff:ff:ff:ff:ff:ff  UHLWbI                en0      !",
    "192.168.31.3       5e:a9:30:74:1c:2   UHLWI                 lo0       ",
    "222.66.117.109     10.51.0.1          UGHS                  en0       ",
  ])("are not %s", (row) => {
    expect(neighbours(row)).toEqual([]);
  });

  it("carry no zone", () => {
    const row =
      "fe80::1%en0                             a2:11:7e:3:9c:40                        UHLWIir               en0       ";
    expect(observedValue(read6(row).neighbours)[0]).toMatchObject({ address: "fe80::1", router: true });
  });

  it("are known only in part from the table of one family", () => {
    expect(readOutput("netstat -rn", table([LOOPBACK])).neighbours).toMatchObject({ partial: true });
  });
});

describe("a routing table that somebody pasted", () => {
  const pin = "222.66.117.109     10.51.0.1          UGHS                  en0       ";
  const rows = (text: string) => observedValue(readOutput("netstat -rn", text).inetRoutes);

  it("is found in a whole session", () => {
    const session = `user@host ~ % ifconfig en0\nen0: flags=8863<UP> mtu 1500\nuser@host ~ % netstat -rn\n${table([pin, LOOPBACK])}user@host ~ % ping x\nPING x: 56 data bytes\n`;
    expect(rows(session)).toHaveLength(2);
    expect(readOutput("netstat -rn", session).inetRoutes).toMatchObject({ partial: false });
  });

  it.each(["← the old Wi-Fi", "# the old Wi-Fi", "<-- the old Wi-Fi", "(old Wi-Fi)"])(
    "keeps a row with the remark %s",
    (remark) => {
      expect(rows(table([pin + remark, LOOPBACK]))).toHaveLength(2);
    },
  );

  it.each(["...", "…", "[...]", "# snip #", "...truncated...", "...                ...                ..."])(
    "is partial where %s stands for other rows",
    (elision) => {
      expect(readOutput("netstat -rn", table([pin, elision, LOOPBACK])).inetRoutes).toMatchObject({ partial: true });
    },
  );

  it("ends at the prose behind it, but is partial when that may be the rest of a row", () => {
    const followedBy = (text: string) => readOutput("netstat -rn", `${table([pin, LOOPBACK])}\n${text}\n`).inetRoutes;
    expect(followedBy("Why does it not connect?")).toMatchObject({ partial: false });
    expect(followedBy("222.66.117.109     10.51")).toMatchObject({ partial: true });
  });

  it("is refused when a row follows behind other text: it may be a broken table", () => {
    expect(refusalOf("netstat -rn", `${table([pin, LOOPBACK])}\nand so on\n${pin}\n`)).toBe("9: no-header");
  });

  it("takes no name for whole when the columns do not stand under their titles any more", () => {
    const collapsed = "Destination Gateway Flags Netif Expire\n10/8 link#7 USc utun102\n127.0.0.1 127.0.0.1 UH lo0\n";
    expect(readOutput("netstat -rn", collapsed).cutNames).toEqual([{ name: "utun102", index: 7 }]);
  });
});

describe("a routing table", () => {
  const pin = "222.66.117.109     10.51.0.1          UGHS                  en0       ";

  it("is partial when it went through a filter", () => {
    expect(readOutput("netstat -rn | head -20", table([pin, LOOPBACK])).inetRoutes).toMatchObject({
      observed: true,
      partial: true,
    });
  });

  it("is complete when it reaches the loopback rows, which every Mac has, and partial when it was cut before them", () => {
    expect(readOutput("netstat -rn", table([pin, LOOPBACK])).inetRoutes).toMatchObject({ partial: false });
    expect(readOutput("netstat -rn", table([pin])).inetRoutes).toMatchObject({ partial: true });
  });

  it("is unobserved when it has no row at all", () => {
    expect(readOutput("netstat -rn", table([])).inetRoutes).toEqual({
      observed: false,
      reason: { code: "unreadable", args: { line: 0, detail: "no-row" } },
    });
  });

  it("is read without titles when it begins with its header", () => {
    expect(observedValue(readOutput("netstat -nr -f inet", `${HEADER}\n${pin}\n`).inetRoutes)).toHaveLength(1);
  });

  it("says nothing about a family that it does not show", () => {
    expect(readOutput("netstat -rn", table([pin])).inet6Routes).toBeUndefined();
  });

  it.each([
    ["host.example       10.51.0.1          UGHS                  en0       ", "bad-destination"],
    ["10&0xff00ff00      10.51.0.1          UGSc                  en0       ", "bad-destination"],
    ["10.9/24            fritz.box          UGSc                  en0       ", "bad-gateway"],
    ["10.9/24            fe80::1%en0        UGSc                  en0       ", "bad-gateway"],
    ["10.9/24            10.51.0.1          UGSc", "bad-row"],
    ["10.9/24            10.51.0.1          UGSc                  en0   12 34", "bad-row"],
    ["10.9/24            10.51.0.1          UGSc                  en0   soon", "bad-row"],
    ["10.9/24            10.51.0.1          UGl                   en0       ", "bad-row"],
    ["10.9/24            link#", "bad-row"],
  ])("is unobserved because of %s", (row, detail) => {
    expect(readOutput("netstat -rn", table([pin, row, pin])).inetRoutes).toEqual({
      observed: false,
      reason: { code: "unreadable", args: { line: 6, detail } },
    });
  });

  it("of one family stays when the other cannot be read", () => {
    const text = `${table([pin])}\nInternet6:\n${HEADER6}\nnonsense\n`;
    const contribution = readOutput("netstat -rn", text);
    expect(observedValue(contribution.inetRoutes)).toHaveLength(1);
    expect(contribution.inet6Routes).toMatchObject({ observed: false });
  });

  it("that ends inside the interface of its last row is unobserved: utun1 may be the beginning of utun10", () => {
    const rows = [LOOPBACK, "10.9/24            10.9.0.1           UGSc               utun10"];
    const whole = table(rows).trimEnd();
    expect(readOutput("netstat -rn", whole).inetRoutes).toMatchObject({ observed: true });
    expect(readOutput("netstat -rn", whole.slice(0, -1)).inetRoutes).toMatchObject({ observed: false });
  });

  it.each([
    ["a long gateway", HEADER, LOOPBACK, "10.9/24            fe80::1111:2222:333 UGSc               utun10"],
    [
      "a high count",
      COUNTING_HEADER,
      COUNTING_LOOPBACK,
      "10.9/24            10.9.0.1           UGSc            0 123456789  utun10",
    ],
  ])("of which %s has moved the last interface is not taken for whole either", (_, header, loopback, row) => {
    const cut = table([loopback, row], header).trimEnd().slice(0, -1);
    expect(readOutput("netstat -rn", cut).inetRoutes).toMatchObject({ observed: false });
  });

  it("is refused with names instead of addresses, whatever it holds", () => {
    expect(refusalOf("netstat -r", table([pin]))).toBe("0: names-instead-of-addresses");
  });

  it("is refused without a header, with two tables of a family, as a binary, and when there is none", () => {
    expect(refusalOf("netstat -rn", `${pin}\n`)).toBe("1: no-header");
    expect(refusalOf("netstat -rn", `${table([pin])}\n${table([pin])}`)).toBe("10: repeated-table");
    expect(refusalOf("netstat -rn", "\u007fELF\0\0")).toBe("1: binary");
    expect(refusalOf("netstat -rn", "")).toBe("0: no-routing-table");
  });
});
