import { Language } from "../../../shared/contract/settings.ts";
import { THEMES } from "./photograph.ts";

/** In what languages and themes a scene is shown, in the order in which the pictures stand side by side. */
export const VARIANTS = Language.options.flatMap((language) => THEMES.map((theme) => ({ language, theme })));
