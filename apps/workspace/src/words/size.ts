const KIB = 1_024;
const number = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });

/** How large a file is, as people say it. */
export const sizeWords = (bytes: number): string =>
  bytes < KIB * KIB
    ? `${number.format(Math.max(1, Math.round(bytes / KIB)))} kB`
    : `${number.format(bytes / KIB / KIB)} MB`;
