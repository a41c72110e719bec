import { useTranslation } from "react-i18next";

/** The day above its entries. `at` is any moment of it, ISO 8601. */
export function DayHeading({ at }: { at: string }) {
  const { i18n } = useTranslation();
  const day = new Intl.DateTimeFormat(i18n.language, { dateStyle: "full" });
  return (
    <h2 className="sticky top-0 z-10 bg-paper px-3.5 pt-2.5 pb-1.5 text-[12px] font-semibold text-soft">
      {day.format(new Date(at))}
    </h2>
  );
}
