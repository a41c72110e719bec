import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { agoParts } from "../text/ago.ts";
import { useText } from "./services.ts";

/** Says how long ago a moment (ISO 8601) was, in the present language; says it anew when it has changed. */
export function useAgoText(at: string): string {
  const { i18n } = useTranslation();
  const text = useText();
  const [now, setNow] = useState(() => Date.now());
  // A look may be newer than the last time that the clock was read here.
  const latest = Math.max(now, Date.parse(at));
  const ago = agoParts(latest - Date.parse(at));
  const changesAt = latest + ago.next;
  useEffect(() => {
    const timer = setTimeout(() => setNow(Date.now()), changesAt - Date.now());
    return () => clearTimeout(timer);
  }, [changesAt]);
  if (ago.unit === "now") return text("app:footer.now");
  return new Intl.RelativeTimeFormat(i18n.language, { numeric: "always" }).format(-ago.count, ago.unit);
}
