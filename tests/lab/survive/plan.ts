import type { AirQuality } from "../network/air-quality.ts";
import type { WifiName } from "../network/addresses.ts";
import type { LateLease, Procedure } from "../network/wifi.ts";
import { numbersFrom } from "../../support/numbers-from.ts";

/** A process that is killed with SIGKILL so long after a switch has begun, and started again so long after that. */
export interface PlannedKill {
  readonly who: "app" | "helper";
  readonly afterMs: number;
  readonly restartAfterMs: number;
}

/** One switch of networks, and what happens around it. */
export interface PlannedSwitch {
  /** How long nothing is done before it. */
  readonly pauseMs: number;
  readonly to: WifiName;
  readonly how: Procedure | LateLease;
  /** What becomes of the air before it; null when it stays as it is. */
  readonly air: AirQuality | null;
  readonly kill: PlannedKill | null;
  /** The server is cut off before it, or reached again. */
  readonly server: "cut-off" | "reconnected" | null;
}

const PAUSE = { least: 200, most: 5_000 } as const;
/** The server is cut off for so long, and after these parts of all switches; with few of them for less. */
const OUTAGE_MS = 60_000;
const OUTAGES_AT = [0.3, 0.65] as const;
/** One of so many switches has a DHCP server that takes its time; one of so many comes with other air. */
const LATE_EVERY = 10;
const AIR_EVERY = 8;
/** One of so many switches comes with a kill; the last third has none, so that one helper lives long enough to be weighed. */
const KILL_EVERY = 20;
const KILLS_END_AT = 2 / 3;

type Numbers = (bound: number) => number;

/** The whole of a soak: it follows from the seed alone. Two faults that last never meet. */
export function soakPlan(switches: number, seed: number): PlannedSwitch[] {
  const numbers = numbersFrom(seed);
  const between = (least: number, most: number) => least + numbers(most - least + 1);
  const pauses = Array.from({ length: switches }, () => between(PAUSE.least, PAUSE.most));
  const outages = outagesIn(pauses);
  const killed = placesOfKills(switches);
  let network: WifiName = "home";
  return pauses.map((pauseMs, place) => {
    network = network === "home" ? "hot" : "home";
    const isCutOff = outages.some(([first, last]) => first <= place && place <= last);
    const kill = killed.indexOf(place);
    return {
      pauseMs,
      to: network,
      how: !isCutOff && numbers(LATE_EVERY) === 0 ? lateLease(between) : procedure(numbers),
      air: numbers(AIR_EVERY) === 0 ? { lossPercent: numbers(51) / 10, delayMs: numbers(41) } : null,
      kill: kill < 0 ? null : { who: kill % 2 === 0 ? "helper" : "app", ...killTimes(between) },
      server: serverAt(place, outages),
    };
  });
}

function procedure(numbers: Numbers): Procedure {
  return numbers(2) === 0 ? "flush-first" : "make-before-break";
}

function lateLease(between: (least: number, most: number) => number): LateLease {
  const wholeMs = between(200, 3_000);
  const addressAfterMs = between(0, wholeMs);
  return { addressAfterMs, routerAfterMs: wholeMs - addressAfterMs };
}

function killTimes(between: (least: number, most: number) => number): Omit<PlannedKill, "who"> {
  return { afterMs: between(0, 600), restartAfterMs: between(200, 1_000) };
}

/** Always the same places: what is random about a kill is the moment in the switch. */
function placesOfKills(switches: number): number[] {
  const count = Math.max(2, Math.round((switches * KILLS_END_AT) / KILL_EVERY));
  return Array.from({ length: count }, (_, kill) => Math.floor(((kill + 0.5) * switches * KILLS_END_AT) / count));
}

type Outage = readonly [first: number, afterLast: number];

function outagesIn(pauses: readonly number[]): Outage[] {
  const wholeMs = pauses.reduce((sum, pause) => sum + pause, 0);
  const lengthMs = Math.min(OUTAGE_MS, wholeMs / 10);
  return OUTAGES_AT.map((part) => {
    const first = Math.floor(part * pauses.length);
    let last = first;
    // What is cut off before one switch is reached again before another, so at least one lies between.
    for (let sum = 0; sum < lengthMs && last < pauses.length - 1; last++) sum += pauses[last + 1] ?? 0;
    return [first, Math.max(last, first + 1)];
  });
}

function serverAt(place: number, outages: readonly Outage[]): PlannedSwitch["server"] {
  if (outages.some(([first]) => first === place)) return "cut-off";
  return outages.some(([, last]) => last === place) ? "reconnected" : null;
}
