import type { HelperSetup } from "../../../shared/contract/helper-setup.ts";
import { useText } from "../../app/services.ts";
import { Card } from "../../components/card.tsx";
import { SectionHeading } from "../../components/section-heading.tsx";
import { HelperPart } from "../helper/helper-part.tsx";
import { offeredActs } from "../helper/helper-words.ts";

/** The part that repairs: whether it is installed, and how it gets there and away. */
export function HelperSection({ setup }: { setup: HelperSetup }) {
  const text = useText();
  return (
    <Card label={text("app:settings.helper.title")}>
      <SectionHeading>{text("app:settings.helper.title")}</SectionHeading>
      <div className="space-y-2">
        <p className="text-small text-soft">{text("app:settings.helper.meaning")}</p>
        <HelperPart setup={setup} acts={offeredActs(setup)} />
      </div>
    </Card>
  );
}
