import * as v from "valibot";

/** Texts that are many and not needed at once: the popover asks for them when it shows what needs them first. */
export const LateNamespace = v.picklist(["messages", "glossary"]);
export type LateNamespace = v.InferOutput<typeof LateNamespace>;

/** Texts by key, as in a file of shared/locales; lists are other names of the same thing. */
export type TextTree = { readonly [key: string]: string | readonly string[] | TextTree };
const TextTree: v.GenericSchema<TextTree> = v.record(
  v.string(),
  v.union([v.string(), v.array(v.string()), v.lazy(() => TextTree)]),
);

/** The texts of one namespace in every language. */
export const LateTexts = v.strictObject({ en: TextTree, "zh-CN": TextTree });
export type LateTexts = v.InferOutput<typeof LateTexts>;
