import { NoticeTopic } from "../../../shared/contract/settings.ts";
import type { Settings } from "../../../shared/contract/settings.ts";
import { useClient, useText } from "../../app/services.ts";
import { Card } from "../../components/card.tsx";
import { SectionHeading } from "../../components/section-heading.tsx";
import { SettingSwitch } from "../../components/setting-switch.tsx";

/** What Holdfast tells by notifications. */
export function NoticesSection({ settings: { notifications, mutedTopics } }: { settings: Settings }) {
  const text = useText();
  const client = useClient();
  const mute = (topic: NoticeTopic, on: boolean) => {
    const others = mutedTopics.filter((muted) => muted !== topic);
    void client.changeSettings({ mutedTopics: on ? others : [...others, topic] });
  };
  return (
    <Card label={text("app:settings.notices.title")}>
      <SectionHeading>{text("app:settings.notices.title")}</SectionHeading>
      <div className="space-y-3">
        <SettingSwitch
          name={text("app:settings.notices.all")}
          on={notifications === "on"}
          onChange={(on) => void client.changeSettings({ notifications: on ? "on" : "paused" })}
        />
        {notifications === "on" && (
          <div className="space-y-3 border-l-2 border-line pl-3">
            {NoticeTopic.options.map((topic) => (
              <SettingSwitch
                key={topic}
                name={text(`app:settings.notices.${topic}`)}
                on={!mutedTopics.includes(topic)}
                onChange={(on) => mute(topic, on)}
              />
            ))}
          </div>
        )}
      </div>
    </Card>
  );
}
