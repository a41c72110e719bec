const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
/** `Mon Aug 17 18:51:12 2026`: lstart of ps in the C locale, in which Holdfast asks for it (macos-facts §10). */
const C_LOCALE = /^\w{3} (\w{3}) +(\d{1,2}) (\d{2}:\d{2}):\d{2} (\d{4})$/;
const CLOCK = /\d[:.]\d{2}/;

/**
 * The start time of a process for people: `2026-08-17 18:51` in the time of that machine; as printed where it is in words
 * of some locale; null where it is only a number of ticks (Linux).
 */
export function startText(startedAt: string | null): string | null {
  if (startedAt === null) return null;
  const [, month = "", day = "", clock = "", year = ""] = C_LOCALE.exec(startedAt.trim()) ?? [];
  const number = MONTHS.indexOf(month) + 1;
  if (number > 0) return `${year}-${String(number).padStart(2, "0")}-${day.padStart(2, "0")} ${clock}`;
  return CLOCK.test(startedAt) ? startedAt.trim() : null;
}
