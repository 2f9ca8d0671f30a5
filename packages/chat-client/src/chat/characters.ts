/** So many of them, as one reads it: "1 character", "8,001 characters". */
export const characters = (count: number): string =>
  `${count.toLocaleString('en')} character${count === 1 ? '' : 's'}`;
