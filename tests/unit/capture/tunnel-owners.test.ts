import { describe, expect, it } from "vitest";
import { observedValue } from "../../support/observed-value.ts";
import { readOutput, refusalOf } from "../../support/read-output.ts";

const HEADER = "COMMAND     PID   USER   FD      TYPE             DEVICE SIZE/OFF     NODE NAME";
const RAPPORTD =
  "rapportd    611   user    5u     systm 0xf7a2c81b0e1d5a01      0t0          [ctl com.apple.net.utun_control id 3 unit 1]";
const OPENCONNECT =
  "openconne 46988   root    7u     systm 0x35d0b1a2c7790e53      0t0          [ctl com.apple.net.utun_control id 3 unit 7]";
const PROGRAM = "openconne 46988   root  txt       REG                1,4   812304 12345678 /usr/local/bin/openconnect";
const OTHER_CONTROL =
  "configd     101   root    9u     systm 0x35d0b1a2c7790e53      0t0          [ctl com.apple.netsrc id 6 unit 5]";
const TCP =
  "openconne 46988   root    6u      IPv4 0x35d0b1a2c7790e53      0t0      TCP 10.51.23.7:50212->222.66.117.109:443 (ESTABLISHED)";
const UDP6 =
  "openconne 46988   root    8u      IPv6 0x35d0b1a2c7790e53      0t0      UDP [2001:db8::7]:50213->[2001:db8:77::5]:443";

const listing = (...rows: string[]) => [HEADER, ...rows, ""].join("\n");

const controlRow = (process: string, unit: number, name: string) =>
  `kctl       0      0            0          577 2097152 1048576 ${process.padStart(20)} 00182 00000000 0000000000005005 00008000 00000000      1      0 000000 ${unit} 3 ${name}`;

describe("lsof", () => {
  it("names the process behind each utun interface: unit 7 is utun6", () => {
    expect(observedValue(readOutput("lsof -nP", listing(RAPPORTD, OTHER_CONTROL, OPENCONNECT)).tunnelOwners)).toEqual([
      { interface: "utun0", pid: 611 },
      { interface: "utun6", pid: 46988 },
    ]);
  });

  it("lists connected sockets, and only these", () => {
    const listening = TCP.replace("10.51.23.7:50212->222.66.117.109:443 (ESTABLISHED)", "*:22 (LISTEN)");
    expect(observedValue(readOutput("lsof -nP", listing(TCP, listening, UDP6)).sockets)).toEqual([
      {
        pid: 46988,
        transport: "tcp",
        localAddress: "10.51.23.7",
        localPort: 50212,
        remoteAddress: "222.66.117.109",
        remotePort: 443,
        state: "established",
      },
      {
        pid: 46988,
        transport: "udp",
        localAddress: "2001:db8::7",
        localPort: 50213,
        remoteAddress: "2001:db8:77::5",
        remotePort: 443,
        state: null,
      },
    ]);
  });

  it.each([
    ["several users and their program files", "lsof -nP", listing(RAPPORTD, PROGRAM, OPENCONNECT), false],
    ["a single user", "lsof -nP", listing(PROGRAM, OPENCONNECT), true],
    ["no program file", "lsof -nP", listing(RAPPORTD, OPENCONNECT), true],
    ["a selection", "lsof -nP -c openconnect", listing(RAPPORTD, PROGRAM, OPENCONNECT), true],
    ["a warning", "lsof -nP", `lsof: WARNING: can't stat() x\n${listing(RAPPORTD, PROGRAM)}lsof: y\n`, true],
    ["a cut line", "lsof -nP", listing(RAPPORTD, PROGRAM, OPENCONNECT).trimEnd(), true],
    ["a filter", "lsof -nP | grep utun", `${RAPPORTD}\n${OPENCONNECT}\n`, true],
  ])("with %s shows only a part: %#", (_, source, text, partial) => {
    expect(readOutput(source, text).tunnelOwners).toMatchObject({ observed: true, partial });
  });

  it("of internet sockets says nothing about tunnels", () => {
    const contribution = readOutput("lsof -nP -iTCP", listing(TCP));
    expect(contribution.tunnelOwners).toBeUndefined();
    expect(contribution.sockets).toMatchObject({ observed: true, partial: true });
  });

  it("of a selection may have found nothing", () => {
    expect(readOutput("lsof -nP -w -i", "").sockets).toEqual({ observed: true, partial: true, value: [] });
  });

  it("with names instead of addresses still tells who owns a tunnel", () => {
    const names = TCP.replace("222.66.117.109:443", "vpn.example.com:https");
    const contribution = readOutput("lsof", listing(OPENCONNECT, names));
    expect(observedValue(contribution.tunnelOwners)).toHaveLength(1);
    expect(contribution.sockets).toEqual({
      observed: false,
      reason: { code: "unreadable", args: { line: 3, detail: "bad-socket" } },
    });
  });

  it("is refused without a header or with another text", () => {
    expect(refusalOf("lsof -nP", `${OPENCONNECT}\n`)).toBe("1: no-header");
    expect(refusalOf("lsof -nP", "")).toBe("0: no-header");
    expect(refusalOf("lsof -nP", `${HEADER}\nnonsense\n`)).toBe("2: bad-row");
  });
});

describe("netstat -f systm", () => {
  const title = "Active kernel control sockets";

  it("in its short form names no process, so it adds nothing", () => {
    const text = `${title}\nProto Recv-Q Send-Q   unit     id name\nkctl       0      0      7      3 com.apple.net.utun_control\n`;
    expect(readOutput("netstat -f systm", text)).toEqual({});
  });

  it("in its long form names them, also with blanks in a process name", () => {
    const header =
      "Proto Recv-Q Send-Q      rxbytes      txbytes  rhiwat  shiwat          process:pid    state  options           gencnt    flags   flags1 usecnt rtncnt fltrs   unit     id name";
    const rows = [
      controlRow("rapportd:611", 1, "com.apple.net.utun_control"),
      controlRow("My VPN Agent:812", 7, "com.apple.net.utun_control"),
      controlRow("configd:101", 5, "com.apple.netsrc"),
    ];
    const { tunnelOwners } = readOutput("netstat -f systm -anv", [title, header, ...rows, ""].join("\n"));
    expect(tunnelOwners).toEqual({
      observed: true,
      partial: true,
      value: [
        { interface: "utun0", pid: 611 },
        { interface: "utun6", pid: 812 },
      ],
    });
  });

  it("is refused with a row that does not fit its header, or without one", () => {
    const header = "Proto Recv-Q Send-Q pid epid unit id name";
    expect(
      refusalOf("netstat -f systm -anv", `${title}\n${header}\nkctl 0 0 x 0 7 3 com.apple.net.utun_control\n`),
    ).toBe("3: bad-row");
    expect(refusalOf("netstat -f systm", "")).toBe("0: no-header");
  });
});
