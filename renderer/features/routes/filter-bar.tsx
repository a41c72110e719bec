import { ToggleGroup } from "radix-ui";
import { useTranslation } from "react-i18next";
import { RouteFilter } from "../../../shared/contract/route-table.ts";
import type { RouteTable } from "../../../shared/contract/route-table.ts";
import { useText } from "../../app/services.ts";

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
  return (
    <ToggleGroup.Root
      type="single"
      value={filter}
      aria-label={text("app:routes.filter.label")}
      // The chosen one stays chosen when it is pressed again.
      onValueChange={(chosen) => chosen !== "" && onFilter(chosen as RouteFilter)}
      className="grid grid-cols-3 gap-0.5 rounded-lg bg-sunken p-0.5"
    >
      {RouteFilter.options.map((option) => (
        <ToggleGroup.Item
          key={option}
          value={option}
          className="rounded-md px-1 py-1 text-[12px] leading-4 text-soft hover:text-ink data-[state=on]:bg-card data-[state=on]:font-semibold data-[state=on]:text-ink data-[state=on]:shadow-sm"
        >
          {text(`app:routes.filter.${option}`)}{" "}
          <span className="font-normal tabular-nums">{counts === null ? "" : number.format(counts[option])}</span>
        </ToggleGroup.Item>
      ))}
    </ToggleGroup.Root>
  );
}
