import { TextSize } from "../../../shared/contract/settings.ts";
import type { Settings } from "../../../shared/contract/settings.ts";
import { useClient, useText } from "../../app/services.ts";
import { Card } from "../../components/card.tsx";
import { SectionHeading } from "../../components/section-heading.tsx";
import { Segments } from "../../components/segments.tsx";

const LANGUAGES = ["system", "en", "zh-CN"] as const satisfies readonly Settings["language"][];

/** How the popover speaks, and how large. */
export function AppearanceSection({ settings: { language, textSize } }: { settings: Settings }) {
  const text = useText();
  const client = useClient();
  return (
    <Card label={text("app:settings.language.title")}>
      <SectionHeading>{text("app:settings.language.title")}</SectionHeading>
      <Segments
        label={text("app:settings.language.title")}
        value={language}
        segments={LANGUAGES.map((value) => ({ value, label: text(`app:settings.language.${value}`) }))}
        onChoose={(chosen) => void client.changeSettings({ language: chosen })}
      />
      <p className="mt-3 mb-2 text-heading" aria-hidden>
        {text("app:settings.text-size")}
      </p>
      <Segments
        label={text("app:settings.text-size")}
        value={String(textSize)}
        segments={TextSize.options.map((size) => ({ value: String(size), label: `${size}%` }))}
        onChoose={(chosen) => void client.changeSettings({ textSize: sizeOf(chosen) })}
      />
    </Card>
  );
}

function sizeOf(chosen: string): TextSize {
  return TextSize.options.find((size) => String(size) === chosen) ?? 100;
}
