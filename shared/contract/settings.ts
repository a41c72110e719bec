import * as v from "valibot";

/** The languages that every text exists in. */
export const Language = v.picklist(["en", "zh-CN"]);
export type Language = v.InferOutput<typeof Language>;

/** What notifications are about; each can be turned off by itself. */
export const NoticeTopic = v.picklist(["network-changed", "kept-alive", "vpn-blocked"]);
export type NoticeTopic = v.InferOutput<typeof NoticeTopic>;

/** Size of all that the popover shows, in percent; the window grows with it. */
export const TextSize = v.picklist([100, 125, 150, 200]);
export type TextSize = v.InferOutput<typeof TextSize>;

/** `system` follows the languages of the operating system. */
const LanguageChoice = v.union([v.literal("system"), Language]);
const NoticeSwitch = v.picklist(["on", "paused"]);

/** What the user can choose. A key that is missing in the stored file takes its default, so that older files stay valid. */
export const Settings = v.object({
  language: v.optional(LanguageChoice, "system"),
  notifications: v.optional(NoticeSwitch, "on"),
  /** What the user does not want to be told, while notifications are on. */
  mutedTopics: v.optional(v.array(NoticeTopic), []),
  /** Whether VPNs are kept alive when the network changes. */
  keepAlive: v.optional(v.boolean(), false),
  textSize: v.optional(TextSize, 100),
  /** Whether the publisher is asked once a week for a newer Holdfast. Nobody is asked anything unless the user wants it. */
  checkForUpdates: v.optional(v.boolean(), false),
  /** Whether the user has seen what Holdfast does, at the first start. */
  introduced: v.optional(v.boolean(), false),
});
export type Settings = v.InferOutput<typeof Settings>;

/** What the popover may change, one or more at a time. */
export const SettingsChange = v.partial(
  v.strictObject({
    language: LanguageChoice,
    notifications: NoticeSwitch,
    mutedTopics: v.pipe(v.array(NoticeTopic), v.maxLength(NoticeTopic.options.length)),
    keepAlive: v.boolean(),
    textSize: TextSize,
    checkForUpdates: v.boolean(),
    introduced: v.boolean(),
  }),
);
export type SettingsChange = v.InferOutput<typeof SettingsChange>;

/** What holds until the user chooses otherwise. */
export const DEFAULT_SETTINGS: Settings = v.parse(Settings, {});

/**
 * The language to speak: the chosen one, else the first of the system's languages (BCP 47, most wanted first) that exists
 * here. Any Chinese is answered in simplified Chinese, everything else in English.
 */
export function chooseLanguage(chosen: Settings["language"], systemLanguages: readonly string[]): Language {
  if (chosen !== "system") return chosen;
  const first = systemLanguages.find((tag) => /^(?:en|zh)\b/i.test(tag)) ?? "en";
  return /^zh\b/i.test(first) ? "zh-CN" : "en";
}
