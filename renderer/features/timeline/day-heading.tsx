import { useTranslation } from "react-i18next";
import { dayText } from "../../text/day-text.ts";

/** The day above its entries. `at` is any moment of it and `now` of today, ISO 8601. */
export function DayHeading({ at, now }: { at: string; now: string }) {
  const { i18n } = useTranslation();
  return (
    <h2 className="sticky top-0 z-10 bg-paper px-4 pt-3 pb-2 text-small font-semibold text-soft">
      {dayText(new Date(at), new Date(now), i18n.language)}
    </h2>
  );
}
