import { assess } from "../../shared/health/assess.ts";
import { EMPTY_HISTORY } from "../../shared/history/history.ts";
import type { History } from "../../shared/history/history.ts";
import { remember } from "../../shared/history/remember.ts";
import { CAFE, sessionAt } from "./same-subnet.ts";

const atCafe = { ...sessionAt("linux", CAFE), takenAt: "2026-03-02T12:00:00.000Z" };

/** What is remembered of a session in the café: a server, its prefixes, a pin, the network. */
export const historyOfCafe: History = remember(EMPTY_HISTORY, atCafe, assess(atCafe, EMPTY_HISTORY), null);
