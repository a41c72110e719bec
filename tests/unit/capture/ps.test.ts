import { describe, expect, it } from "vitest";
import { observedValue } from "../../support/observed-value.ts";
import { readOutput, refusalOf } from "../../support/read-output.ts";

const LONG = "ps -axo pid,ppid,user,lstart,command";
const LONG_HEADER = "  PID  PPID USER STARTED                      COMMAND";
const COMMAND = "openconnect --script /etc/vpnc/vpnc-script -b vpn.example.com";
const AUX_HEADER = "USER               PID  %CPU %MEM      VSZ    RSS   TT  STAT STARTED      TIME COMMAND";

const auxRow = (start: string, time = "0:00.00") =>
  `user             47461   0,0  0.0 410732288   1376 s010  S+    ${start}   ${time} ${COMMAND}`;

const processes = (source: string, text: string) => observedValue(readOutput(source, text).processes);
const startedAt = (start: string, command = COMMAND) =>
  processes(LONG, `${LONG_HEADER}\n46988     1 root ${start}     ${command}\n`)[0]?.startedAt;

describe("ps with lstart", () => {
  it.each([
    ["Mon Aug 17 18:51:12 2026", "C"],
    ["Mon Aug  7 18:51:12 2026", "C, with a day of one digit"],
    ["Mon 17 Aug 18:51:12 2026", "en_GB"],
    ["一  8/17 18:51:12 2026", "zh_CN"],
    ["一 8月/17 18:51:12 2026", "zh_CN, older"],
    ["2026年 8月17日 星期一 18时51分12秒", "zh_CN, words"],
    ["月  8/17 18:51:12 2026", "ja_JP"],
    ["월 12/29 11:42:40 2025", "ko_KR"],
    ["2026년 8월 17일 월요일 18시 51분 12초", "ko_KR, 26"],
    ["Mo. 17 Aug. 18:51:12 2026", "de_DE"],
    ["Lun 17 aoû 18:51:12 2026", "fr_FR"],
    ["понедельник, 17 августа 2026 г. 18:51:12", "ru_RU, 26"],
    ["Mon Aug 17 06:51:12 PM 2026", "a clock of twelve hours"],
  ])("reads %s (%s)", (start) => {
    expect(processes(LONG, `${LONG_HEADER}\n46988     1 root ${start}     ${COMMAND}\n`)).toEqual([
      {
        pid: 46988,
        parentPid: 1,
        user: "root",
        startedAt: start.replaceAll(/\s+/g, " "),
        arguments: COMMAND.split(" "),
        executable: null,
        children: null,
      },
    ]);
  });

  it("does not take a year or a clock in the command for its own", () => {
    expect(startedAt("Mon Aug 17 18:51:12 2026", "2025 12:00:00 1999")).toBe("Mon Aug 17 18:51:12 2026");
    expect(startedAt("понедельник, 17 августа 2026 г. 18:51:12", "2025 x")).toBe(
      "понедельник, 17 августа 2026 г. 18:51:12",
    );
  });

  it("is refused when the year is missing, instead of looking for one in the command", () => {
    const row = `46988     1 root Mon Aug 17 18:51:12 ${COMMAND} --tag 2026 x`;
    expect(refusalOf(LONG, `${LONG_HEADER}\n${row}\n`)).toBe("2: bad-row");
  });

  it("takes the columns from the arguments when there is no header", () => {
    expect(
      processes("ps -axo pid=,ppid=,user=,lstart=,command=", `46988 1 root Mon Aug 17 18:51:12 2026 ${COMMAND}\n`),
    ).toMatchObject([{ pid: 46988, parentPid: 1, user: "root", arguments: COMMAND.split(" ") }]);
  });

  it("keeps a path with blanks in the column of the program as one", () => {
    const program = "/Library/Application Support/ZeroTier/One/zerotier-one";
    expect(processes("ps -axo pid,comm", `  PID COMM\n  377 ${program}\n`)[0]?.arguments).toEqual([program]);
  });

  it("accepts a process without a command", () => {
    expect(processes("ps -axo pid,user,command", "  PID USER COMMAND\n  377 root\n")[0]?.arguments).toEqual([]);
  });

  it("is refused with more words than columns", () => {
    expect(refusalOf("ps -axo user,pid", "USER PID\nroot 377 1\n")).toBe("2: bad-row");
  });
});

describe("ps aux", () => {
  it.each(["1:59下午", " 8:03AM", "Sat02PM", "17Jul25", "17 8月25", "10:23"])(
    "reads past the start time %s, which changes with age",
    (start) => {
      expect(processes("ps aux", `${AUX_HEADER}\n${auxRow(start)}\n`)).toMatchObject([
        { pid: 47461, parentPid: null, user: "user", startedAt: null, arguments: COMMAND.split(" ") },
      ]);
    },
  );

  it.each(["0:00.00", "123:45.67", "0:00,00", "1-02:03:04", "0:00"])("reads past the CPU time %s", (time) => {
    expect(processes("ps aux", `${AUX_HEADER}\n${auxRow("Sat02PM", time)}\n`)[0]?.arguments[0]).toBe("openconnect");
  });

  it("behind grep is partial, has no header, and leaves grep itself out", () => {
    const grep = auxRow("1:59下午").replace(COMMAND, "grep -E (vpn|openconnect)");
    const contribution = readOutput('ps aux | grep -E "(vpn|openconnect)"', `${grep}\n${auxRow("1:59下午")}\n`);
    expect(contribution.processes).toMatchObject({ observed: true, partial: true });
    expect(observedValue(contribution.processes).map((process) => process.arguments[0])).toEqual(["openconnect"]);
  });

  it("behind grep may have found nothing", () => {
    expect(readOutput("ps aux | grep vpn", "").processes).toMatchObject({ value: [], partial: true });
  });
});

describe("a list of processes", () => {
  const text = `${LONG_HEADER}\n    1     0 root Mon Aug 17 18:51:12 2026     /sbin/launchd\n`;

  it.each([
    [LONG, false],
    ["ps -eo pid,ppid,user,lstart,args", false],
    ["ps -A -o pid,ppid,user,lstart,command", false],
    ["ps -o pid,ppid,user,lstart,command", true],
  ])("of %s shows only a part: %s", (source, partial) => {
    expect(readOutput(source, text).processes).toMatchObject({ observed: true, partial });
  });

  it("is partial when its last line is cut", () => {
    expect(readOutput(LONG, text.trimEnd()).processes).toMatchObject({ partial: true });
  });

  it("copied with the prompt is read", () => {
    expect(processes(LONG, `user@host ~ % ${LONG}\n${text}`)).toHaveLength(1);
  });

  it("is refused with a row that does not fit, unknown columns, or no row", () => {
    expect(refusalOf(LONG, `${text}    2     1 root yesterday /bin/x\n`)).toBe("3: bad-row");
    expect(refusalOf(LONG, `${text}    x     1 root Mon Aug 17 18:51:12 2026 /bin/x\n`)).toBe("3: bad-row");
    expect(refusalOf("ps -ax", "  1 ??  Ss  1:00.00 /sbin/launchd\n")).toBe("1: unknown-columns");
    expect(refusalOf("ps -axo command,pid", "COMMAND PID\n/sbin/launchd 1\n")).toBe("2: command-not-last");
    expect(refusalOf(LONG, "")).toBe("0: no-process");
  });
});
