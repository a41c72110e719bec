import { useTranslation } from "react-i18next";
import { RouteFilter } from "../../../shared/contract/route-table.ts";
import type { RouteTable } from "../../../shared/contract/route-table.ts";
import { useText } from "../../app/services.ts";
import { Segments } from "../../components/segments.tsx";

interface FilterBarProps {
  readonly filter: RouteFilter;
  /** Null while they are not known. */
  readonly counts: RouteTable["counts"] | null;
  readonly onFilter: (filter: RouteFilter) => void;
}

/** Which rows are shown, with how many each choice has. */
export function FilterBar({ filter, counts, onFilter }: FilterBarProps) {
  const text = useText();
  const { i18n } = useTranslation();
  const number = new Intl.NumberFormat(i18n.language);
  const segments = RouteFilter.options.map((value) => ({
    value,
    label: (
      <>
        {text(`app:routes.filter.${value}`)}{" "}
        <span className="font-normal tabular-nums">{counts === null ? "" : number.format(counts[value])}</span>
      </>
    ),
  }));
  return <Segments label={text("app:routes.filter.label")} value={filter} segments={segments} onChoose={onFilter} />;
}
