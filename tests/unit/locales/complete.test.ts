import { describe, expect, it } from "vitest";
import { languages, localeTexts, namespacesOf } from "../../support/locale-texts.ts";

const [reference = "", ...others] = languages;
const pairs = others.flatMap((language) => namespacesOf(reference).map((namespace) => [language, namespace] as const));

/** Arguments and references to other texts that a text contains, sorted. */
const parts = (text: string): string[] => (text.match(/\{\{[^}]*\}\}|\$t\([^)]*\)/g) ?? []).toSorted();

/** Names of lists, which each language fills as it needs. */
const isListItem = (key: string): boolean => /\.aliases\.\d+$/.test(key);

const FORMS = ["zero", "one", "two", "few", "many", "other"] as const;

const PLURAL_FORM = new RegExp(`_(?:${FORMS.join("|")})$`);

/** A key without its plural form: a language has as many forms as its grammar needs. */
const withoutForm = (key: string): string => key.replace(PLURAL_FORM, "");

describe("the languages", () => {
  it("have the same namespaces", () => {
    for (const language of others) expect(namespacesOf(language), language).toEqual(namespacesOf(reference));
  });

  it.each(pairs)("%s has the keys of the reference in %s", (language, namespace) => {
    const keys = (of: string): string[] => {
      const all = [...localeTexts(of, namespace).keys()].filter((key) => !isListItem(key));
      return [...new Set(all.map(withoutForm))];
    };
    expect(keys(language).toSorted()).toEqual(keys(reference).toSorted());
  });

  it.each(pairs)("%s uses the arguments and references of the reference in %s", (language, namespace) => {
    const texts = localeTexts(language, namespace);
    const different = [...localeTexts(reference, namespace)]
      // A plural form may say its number in words.
      .filter(([key]) => !isListItem(key) && !PLURAL_FORM.test(key))
      .filter(([key, text]) => parts(text).join() !== parts(texts.get(key) ?? "").join())
      .map(([key]) => key);
    expect(different).toEqual([]);
  });

  it.each(languages)("%s has no empty text and none with blanks at its ends", (language) => {
    const empty = namespacesOf(language).flatMap((namespace) =>
      [...localeTexts(language, namespace)].filter(([, text]) => text.trim() === "" || text !== text.trim()),
    );
    expect(empty).toEqual([]);
  });

  it.each(languages)("%s has those plural forms that its grammar has, and perhaps one for none", (language) => {
    const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
    const wrong = namespacesOf(language).flatMap((namespace) => {
      const keys = [...localeTexts(language, namespace).keys()];
      const counted = new Set(keys.filter((key) => PLURAL_FORM.test(key)).map(withoutForm));
      return [...counted]
        .map((key) => ({ key, forms: FORMS.filter((form) => keys.includes(`${key}_${form}`)) }))
        .filter(({ forms }) => {
          const ofGrammar = forms.filter((form) => form !== "zero" || pluralCategories.includes(form));
          return ofGrammar.toSorted().join() !== pluralCategories.toSorted().join();
        })
        .map(({ key, forms }) => `${namespace}:${key} has ${forms.join(", ")}`);
    });
    expect(wrong).toEqual([]);
  });
});
