import { useTranslation } from "react-i18next";

/** Says a time of day, given as ISO 8601, in the present language with seconds. */
export function useTimeText(): (time: string) => string {
  const { i18n } = useTranslation();
  const format = new Intl.DateTimeFormat(i18n.language, { timeStyle: "medium" });
  return (time) => format.format(new Date(time));
}
