import * as v from "valibot";

/** The languages that every text exists in. */
export const Language = v.picklist(["en", "zh-CN"]);
export type Language = v.InferOutput<typeof Language>;

/** What the user can choose. A key that is missing in the stored file takes its default, so that older files stay valid. */
export const Settings = v.object({
  /** `system` follows the languages of the operating system. */
  language: v.optional(v.union([v.literal("system"), Language]), "system"),
  notifications: v.optional(v.picklist(["on", "paused"]), "on"),
  /** Whether VPNs are kept alive when the network changes. */
  keepAlive: v.optional(v.boolean(), false),
});
export type Settings = v.InferOutput<typeof Settings>;

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
