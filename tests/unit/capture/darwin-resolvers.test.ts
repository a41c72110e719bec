import { describe, expect, it } from "vitest";
import { observedValue } from "../../support/observed-value.ts";
import { readOutput, refusalOf } from "../../support/read-output.ts";

const DNS = `DNS configuration

resolver #1
  search domain[0] : lan
  nameserver[0] : 172.20.10.1
  nameserver[1] : 2001:db8::53
  if_index : 16 (en0)
  flags    : Request A records
  reach    : 0x00000002 (Reachable)

resolver #2
  domain   : ecnu.edu.cn
  nameserver[0] : 202.120.80.2
  if_index : 22 (?)
  flags    : Supplemental, Request A records
  order    : 101200

resolver #3
  domain   : local
  options  : mdns
  timeout  : 5
  flags    : Request A records

DNS configuration (for scoped queries)

resolver #1
  nameserver[0] : 172.20.10.1
  if_index : 16 (en0)
  flags    : Scoped, Request A records
`;

describe("scutil --dns", () => {
  it("lists the resolvers that have servers", () => {
    const base = { origin: "scutil-dns", name: null, writtenBy: null };
    expect(readOutput("scutil --dns", DNS).resolvers).toEqual({
      observed: true,
      partial: false,
      value: [
        {
          ...base,
          servers: ["172.20.10.1", "2001:db8::53"],
          domains: ["lan"],
          interface: "en0",
          scoped: false,
          supplemental: false,
        },
        {
          ...base,
          servers: ["202.120.80.2"],
          domains: ["ecnu.edu.cn"],
          interface: "?",
          scoped: false,
          supplemental: true,
        },
        { ...base, servers: ["172.20.10.1"], domains: [], interface: "en0", scoped: true, supplemental: false },
      ],
    });
  });

  it("may have nothing to list", () => {
    expect(readOutput("scutil --dns", "No DNS configuration available\n").resolvers).toMatchObject({ value: [] });
  });

  it("is refused as another text, with a line that fits nothing, or a server that is no address", () => {
    expect(refusalOf("scutil --dns", "resolver #1\n")).toBe("1: not-a-dns-configuration");
    expect(refusalOf("scutil --dns", "DNS configuration\n\nresolver #1\n  nameserver[0] : dns.example\n")).toBe(
      "4: bad-nameserver",
    );
    expect(refusalOf("scutil --dns", "DNS configuration\n\nresolver #1\nnonsense\n")).toBe("4: bad-line");
    expect(refusalOf("scutil --dns", "DNS configuration\n  nameserver[0] : 10.0.0.1\n")).toBe("2: bad-line");
  });
});

describe("scutil show of a DNS key", () => {
  const key = "State:/Network/Service/utun6/DNS";
  const text = `<dictionary> {
  DomainName : ecnu.edu.cn
  SearchDomains : <array> {
    0 : ecnu.edu.cn
  }
  ServerAddresses : <array> {
    0 : 202.120.80.2
    1 : 202.120.81.2
  }
  SupplementalMatchDomains : <array> {
    0 : ecnu.edu.cn
    1 : cs.ecnu.edu.cn
  }
}
`;

  it("tells the servers and the tunnel that vpnc-script named the key after", () => {
    expect(readOutput(`scutil show ${key}`, text).resolvers).toEqual({
      observed: true,
      partial: true,
      value: [
        {
          origin: "scutil-key",
          name: key,
          servers: ["202.120.80.2", "202.120.81.2"],
          domains: ["ecnu.edu.cn", "cs.ecnu.edu.cn"],
          interface: "utun6",
          writtenBy: null,
          scoped: false,
          supplemental: true,
        },
      ],
    });
  });

  it("of a service of the system names no interface", () => {
    const service = "State:/Network/Service/5B1B6E0E-1F2A-4C0B-9E4C-2F1D3A7B9C10/DNS";
    expect(observedValue(readOutput(`scutil show ${service}`, text).resolvers)[0]).toMatchObject({ interface: null });
  });

  it("says that there is none when the key is missing", () => {
    expect(readOutput(`scutil show ${key}`, "  No such key\n").resolvers).toMatchObject({ value: [] });
  });

  it("is refused when it is cut, no dictionary, or names no address", () => {
    expect(refusalOf(`scutil show ${key}`, text.split("\n").slice(0, 5).join("\n"))).toBe("5: cut");
    expect(refusalOf(`scutil show ${key}`, "nonsense\n")).toBe("1: not-a-dictionary");
    expect(refusalOf(`scutil show ${key}`, "<dictionary> {\nnonsense\n}\n")).toBe("2: bad-line");
    expect(refusalOf(`scutil show ${key}`, text.replace("202.120.80.2", "dns.example"))).toBe("0: bad-nameserver");
  });
});

describe("networksetup -getdnsservers", () => {
  it("lists the servers of a service, whatever its name", () => {
    expect(
      observedValue(readOutput("networksetup -getdnsservers USB 10/100 LAN", "10.64.0.1\n2001:db8::53\n").resolvers),
    ).toMatchObject([
      { origin: "networksetup", name: "USB 10/100 LAN", servers: ["10.64.0.1", "2001:db8::53"], interface: null },
    ]);
  });

  it("says that nobody has set any", () => {
    const text = "There aren't any DNS Servers set on Wi-Fi.\n";
    expect(readOutput("networksetup -getdnsservers Wi-Fi", text).resolvers).toMatchObject({
      observed: true,
      value: [],
    });
  });

  it("is refused with an error of the tool", () => {
    const text = "Wlan is not a recognized network service.\n** Error: The parameters were not valid.\n";
    expect(refusalOf("networksetup -getdnsservers Wlan", text)).toBe("1: bad-line");
    expect(refusalOf("networksetup -getdnsservers Wi-Fi", "")).toBe("0: empty");
  });
});
