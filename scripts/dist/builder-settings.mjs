// @ts-check

/**
 * Words for electron-builder that take the place of what electron-builder.yml says.
 *
 * @param {Readonly<Record<string, string>>} settings by their paths in it, such as "deb.compression"
 * @returns {string[]}
 */
export const settingWords = (settings) => Object.entries(settings).map(([name, value]) => `--config.${name}=${value}`);
