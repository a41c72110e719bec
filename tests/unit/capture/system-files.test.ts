import { describe, expect, it } from "vitest";
import { isMarkedLine } from "../../../shared/capture/script-marks.ts";
import { observedValue } from "../../support/observed-value.ts";
import { readOutput, refusalOf } from "../../support/read-output.ts";

const HOSTS = `##
# Host Database
##
127.0.0.1\tlocalhost
192.168.1.9 nas # my own vpn-slice notes
10.20.99.14 dns0.utun6\t\t# vpn-slice-utun6 AUTOCREATED
10.20.0.5 wiki.example.edu wiki\t\t# vpn-slice-utun6 AUTOCREATED
`;

describe("the marks of vpn-slice", () => {
  it("are the lines of /etc/hosts that it ends with its name", () => {
    const marks = observedValue(readOutput("file:/etc/hosts", HOSTS).scriptMarks);
    expect(marks.map(({ line, name, kind }) => [line.split(/\s/)[0], name, kind])).toEqual([
      ["10.20.99.14", "utun6", "host-names"],
      ["10.20.0.5", "utun6", "host-names"],
    ]);
  });

  it("are looked for on Linux, too", () => {
    expect(observedValue(readOutput("file:/etc/hosts", HOSTS, "linux").scriptMarks)).toHaveLength(2);
  });

  it("are its anchor in pf.conf, with the token of the packet filter behind it", () => {
    const text = `anchor "com.apple/*"\nanchor "vpn_slice/utun6" # vpn-slice-utun6 AUTOCREATED 9214680123456789\n`;
    expect(observedValue(readOutput("file:/etc/pf.conf", text).scriptMarks)).toMatchObject([
      { path: "/etc/pf.conf", kind: "packet-filter-anchor", name: "utun6" },
    ]);
  });

  it("are what a capture keeps of these files, and nothing else", () => {
    expect(HOSTS.split("\n").filter(isMarkedLine)).toHaveLength(2);
  });
});

describe("a resolver file of macOS", () => {
  const read = (path: string, text: string) => observedValue(readOutput(`file:${path}`, text).resolvers)[0];

  it("names the servers for the domain that it is called by", () => {
    expect(read("/etc/resolver/example.edu", "nameserver 10.20.99.14\nnameserver 2001:db8::5\n")).toMatchObject({
      origin: "resolver-file",
      name: "/etc/resolver/example.edu",
      servers: ["10.20.99.14", "2001:db8::5"],
      domains: ["example.edu"],
      supplemental: true,
    });
  });

  it("may name another domain, and a port behind the address", () => {
    expect(read("/private/etc/resolver/dev", "domain test\nnameserver 127.0.0.1.5353\n")).toMatchObject({
      servers: ["127.0.0.1"],
      domains: ["test"],
    });
  });

  it("is refused with its line when a server is no address", () => {
    expect(refusalOf("file:/etc/resolver/example.edu", "# made by hand\nnameserver ns1\n")).toBe("2: bad-nameserver");
  });
});

describe("what the system found out about the Internet", () => {
  const linux = (text: string) => readOutput("nmcli -t -f CONNECTIVITY general", text, "linux").connectivity;
  const mac = (text: string) =>
    readOutput("scutil show State:/Network/Interface/en0/CaptiveNetwork", text).connectivity;

  it.each(["full", "limited", "portal", "none", "unknown"])("is told by NetworkManager: %s", (state) => {
    expect(observedValue(linux(`${state}\n`))).toEqual([{ origin: "network-manager", interface: null, state }]);
  });

  it("is refused when it is something else", () => {
    expect(refusalOf("nmcli -t -f CONNECTIVITY general", "Error: NetworkManager is not running.\n", "linux")).toBe(
      "1: bad-connectivity",
    );
  });

  it.each([
    ["<dictionary> {\n  Stage : Online\n  WaitingOnUI : FALSE\n}\n", ["full"]],
    ["<dictionary> {\n  Stage : Websheet\n}\n", ["portal"]],
    ["<dictionary> {\n  Stage : Online\n  WaitingOnUI : TRUE\n}\n", ["portal"]],
    ["<dictionary> {\n  Stage : Evaluate\n}\n", ["unknown"]],
    ["  No such key\n", []],
  ])("is told by the dynamic store: %j", (text, states) => {
    expect(observedValue(mac(text)).map(({ state }) => state)).toEqual(states);
  });
});
