import { writeFileSync } from "node:fs";
import { COMBINATIONS } from "./combinations.ts";
import { fetchFile, serveFile } from "./download.ts";
import type { SurviveFigures, SurviveRow } from "./figures.ts";
import { measureIdle } from "./idle.ts";
import { measureDownload } from "./measure-download.ts";
import { measureOff } from "./off.ts";
import { measureSideBySide } from "./side-by-side.ts";
import { surviveTable } from "./survive-table.ts";

// survive.js SWITCHES IDLE-SECONDS RESULTS: measures how long a VPN is silent when the network changes, without Holdfast, with
// it, and with a script that knows the answer; prints the figures and writes them as JSON.
// survive.js serve HOST PORT CHUNKS PAUSE, survive.js fetch HOST PORT: the two ends of the download that is measured.
const OFF_SWITCHES = 3;

const words = process.argv.slice(2);
const [first = "", second = "", third = "", ...others] = words;
if (first === "serve") await serveFile(second, Number(third), Number(others[0]), Number(others[1]));
else if (first === "fetch") console.log(JSON.stringify(await fetchFile(second, Number(third))));
else await measureAll(Number(first), Number(second), third);

async function measureAll(switches: number, idleSeconds: number, results: string): Promise<void> {
  const figures: SurviveFigures = {
    rows: await measureRows(switches),
    download: await measureDownload(),
    idle: await measureWhileIdle(idleSeconds),
  };
  if (process.stderr.isTTY) say("");
  console.log(surviveTable(figures).join("\n"));
  writeFileSync(results, JSON.stringify(figures));
}

async function measureRows(switches: number): Promise<SurviveRow[]> {
  say(`${COMBINATIONS.length} combinations without Holdfast, side by side: some minutes`);
  const offs = await Promise.all(COMBINATIONS.map((one) => measureOff(one, Math.min(OFF_SWITCHES, switches))));
  const rows: SurviveRow[] = [];
  for (const [index, one] of COMBINATIONS.entries()) {
    const tell = (text: string) => say(`${one.script}, ${one.change}: ${text}`);
    rows.push({ ...one, off: offs[index] ?? [], ...(await measureSideBySide(one, switches, tell)) });
  }
  say("a download over changes of network");
  return rows;
}

function measureWhileIdle(seconds: number) {
  say(`idle for ${seconds} s`);
  return measureIdle(seconds);
}

/** On a terminal in one line that is written over, elsewhere line by line. */
function say(text: string): void {
  process.stderr.write(process.stderr.isTTY ? `\r\u001b[2K${text}` : `${text}\n`);
}
