/** The file a start with `--ci` named in its line as `houseFile`. Read when a test needs it. */
export const houseFile = (): string | undefined => process.env['COUNTERSIGN_HOUSE'] || undefined;
