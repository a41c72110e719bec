import { describe, expect, it } from "vitest";
import { observedValue } from "../../support/observed-value.ts";
import { readOutput, refusalOf } from "../../support/read-output.ts";

const WIFI = `en0: flags=8863<UP,BROADCAST,SMART,RUNNING,SIMPLEX,MULTICAST> mtu 1500
	options=6460<TSO4,TSO6,CHANNEL_IO,PARTIAL_CSUM,ZEROINVERT_CSUM>
	ether a2:4c:5e:11:d0:73 
	inet6 fe80::1c2b:7e1d:9a33:40f2%en0 prefixlen 64 secured scopeid 0x10 
	inet 172.20.10.2 netmask 0xfffffff0 broadcast 172.20.10.15
	inet6 2001:db8:1:2:1c2b:7e1d:9a33:40f2 prefixlen 64 autoconf secured 
	nd6 options=201<PERFORMNUD,DAD>
	media: autoselect
	status: active
`;
const TUNNEL = `utun6: flags=8051<UP,POINTOPOINT,RUNNING,MULTICAST> mtu 1390
	inet 172.20.151.1 --> 172.20.151.1 netmask 0xffffffff
`;

const interfaces = (text: string, source = "ifconfig -a") => observedValue(readOutput(source, text).interfaces);
const status = (line: string) => interfaces(`en0: flags=8863<UP> mtu 1500\n${line}`)[0]?.carrier;

describe("ifconfig", () => {
  it("tells addresses, index, link address and carrier of an interface", () => {
    expect(interfaces(WIFI)).toEqual([
      {
        name: "en0",
        index: 16,
        up: true,
        carrier: true,
        loopback: false,
        pointToPoint: false,
        kind: null,
        persistent: null,
        mtu: 1500,
        linkAddress: "a2:4c:5e:11:d0:73",
        addresses: [
          { family: "inet6", address: "fe80::1c2b:7e1d:9a33:40f2", prefixLength: 64, peer: null },
          { family: "inet", address: "172.20.10.2", prefixLength: 28, peer: null },
          { family: "inet6", address: "2001:db8:1:2:1c2b:7e1d:9a33:40f2", prefixLength: 64, peer: null },
        ],
      },
    ]);
  });

  it("tells the other end of a tunnel", () => {
    expect(interfaces(TUNNEL)[0]).toMatchObject({
      pointToPoint: true,
      addresses: [{ address: "172.20.151.1", prefixLength: 32, peer: "172.20.151.1" }],
    });
  });

  it("takes `inactive` for what it is, and no status for unknown", () => {
    expect(status("\tstatus: active\n")).toBe(true);
    expect(status("\tstatus: inactive\n")).toBe(false);
    expect(status("\tmedia: autoselect\n")).toBeNull();
  });

  it("reads flags apart from the words that follow the mtu", () => {
    expect(interfaces("en0: flags=8822<BROADCAST,SMART> mtu 1500 constrained\n")[0]).toMatchObject({
      up: false,
      mtu: 1500,
    });
    expect(interfaces("stf0: flags=0<> mtu 1280\n")[0]).toMatchObject({ up: false, mtu: 1280 });
    expect(interfaces("lo0: flags=8049<UP,LOOPBACK> mtu 16384\n")[0]).toMatchObject({ loopback: true });
  });

  it("passes over what bridges and paired interfaces say of themselves", () => {
    const text = `bridge100: flags=8a63<UP> mtu 1500
	Configuration:
		id 0:0:0:0:0:0 priority 0 hellotime 0 fwddelay 0
	member: en10 flags=3<LEARNING,DISCOVER>
	        ifmaxaddr 0 port 25 priority 0 path cost 0
feth818: flags=8843<UP> mtu 2800
	peer: feth5818
`;
    expect(interfaces(text).map(({ name }) => name)).toEqual(["bridge100", "feth818"]);
  });

  it.each([
    ["ifconfig -a", false],
    ["ifconfig", false],
    ["ifconfig en0", true],
    ["ifconfig -u", true],
    ["ifconfig | grep utun", true],
  ])("%s lists only a part: %s", (source, partial) => {
    expect(readOutput(source, WIFI).interfaces).toMatchObject({ observed: true, partial });
  });

  it("is partial when its last line is cut", () => {
    expect(readOutput("ifconfig -a", WIFI.trimEnd()).interfaces).toMatchObject({ partial: true });
  });

  it("accepts a filter that found nothing", () => {
    expect(readOutput("ifconfig | grep utun", "").interfaces).toMatchObject({ value: [], partial: true });
  });

  it("says nothing with its own errors", () => {
    expect(readOutput("ifconfig utun6", "ifconfig: interface utun6 does not exist\n")).toEqual({});
  });

  it("is refused with a wrong address, a mask with gaps, other text, or none", () => {
    expect(refusalOf("ifconfig -a", `${TUNNEL}\tinet 300.1.1.1 netmask 0xffffffff\n`)).toBe("3: bad-address");
    expect(refusalOf("ifconfig -a", `${TUNNEL}\tinet 10.0.0.1 netmask 0xff00ff00\n`)).toBe("3: bad-address");
    expect(refusalOf("ifconfig -a", `${TUNNEL}\tinet 10.0.0.1 netmask 0xff\n`)).toBe("3: bad-address");
    expect(refusalOf("ifconfig -a", `${TUNNEL}something else\n`)).toBe("3: bad-line");
    expect(refusalOf("ifconfig -a", "\tinet 10.0.0.1 netmask 0xffffff00\n")).toBe("1: bad-line");
    expect(refusalOf("ifconfig -a", "")).toBe("0: no-interface");
  });
});
