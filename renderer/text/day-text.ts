/** Days that are named by how long they are ago. */
const NEAR = 1;

/** A day as people say it: today, yesterday, then its date. Both moments are of this machine's time zone. */
export function dayText(day: Date, now: Date, language: string): string {
  const ago = Math.round((midnight(now) - midnight(day)) / 86_400_000);
  const date = new Intl.DateTimeFormat(language, { dateStyle: "full" }).format(day);
  if (ago < 0 || ago > NEAR) return date;
  return capital(new Intl.RelativeTimeFormat(language, { numeric: "auto" }).format(-ago, "day"), language);
}

function midnight(moment: Date): number {
  return new Date(moment.getFullYear(), moment.getMonth(), moment.getDate()).getTime();
}

// At the head of a list the word stands alone.
function capital(word: string, language: string): string {
  return word.slice(0, 1).toLocaleUpperCase(language) + word.slice(1);
}
