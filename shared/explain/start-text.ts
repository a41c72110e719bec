const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
/** `Mon Aug 17 18:51:12 2026`: lstart of ps in the C locale, in which Holdfast asks for it (macos-facts §10). */
const C_LOCALE = /^\w{3} (\w{3}) +(\d{1,2}) (\d{2}:\d{2}):\d{2} (\d{4})$/;
const CLOCK = /\d[:.]\d{2}/;

/** `BOOT-ID:TICKS`, as the process list of Linux is recorded; a hundred ticks are a second for programs (USER_HZ). */
const TICKS = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}:(\d+)$/i;
const MILLISECONDS_PER_TICK = 10;

/**
 * The start time of a process for people: `2026-08-17 18:51` in the time of that machine; as printed where it is in words
 * of some locale. `bootedAt` is when the machine was started, in milliseconds since 1970; where it is null, a number of
 * ticks (Linux) says nothing, and the answer is null.
 */
export function startText(startedAt: string | null, bootedAt: number | null): string | null {
  if (startedAt === null) return null;
  const ticks = TICKS.exec(startedAt)?.[1];
  if (ticks !== undefined)
    return bootedAt === null ? null : minuteText(bootedAt + Number(ticks) * MILLISECONDS_PER_TICK);
  const [, month = "", day = "", clock = "", year = ""] = C_LOCALE.exec(startedAt.trim()) ?? [];
  const number = MONTHS.indexOf(month) + 1;
  if (number > 0) return `${year}-${twoDigits(number)}-${day.padStart(2, "0")} ${clock}`;
  return CLOCK.test(startedAt) ? startedAt.trim() : null;
}

function minuteText(time: number): string {
  const at = new Date(time);
  const day = [at.getFullYear(), twoDigits(at.getMonth() + 1), twoDigits(at.getDate())].join("-");
  return `${day} ${twoDigits(at.getHours())}:${twoDigits(at.getMinutes())}`;
}

function twoDigits(number: number): string {
  return String(number).padStart(2, "0");
}
