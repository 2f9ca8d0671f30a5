/**
 * The seal: a notched disc with the check cut out, one path for `fill-rule="evenodd"` in a 24 × 24 box.
 * It stands beside verified facts and nowhere else, and never where a person's text could stand.
 */
export const sealPath =
  'M9.49 2.63C10.67 0.73 13.33 0.73 14.51 2.63C16.48 1.57 18.79 2.91 18.86 5.14C21.09 5.21 22.43 7.52 21.37 9.49C23.27 10.67 23.27 13.33 21.37 14.51C22.43 16.48 21.09 18.79 18.86 18.86C18.79 21.09 16.48 22.43 14.51 21.37C13.33 23.27 10.67 23.27 9.49 21.37C7.52 22.43 5.21 21.09 5.14 18.86C2.91 18.79 1.57 16.48 2.63 14.51C0.73 13.33 0.73 10.67 2.63 9.49C1.57 7.52 2.91 5.21 5.14 5.14C5.21 2.91 7.52 1.57 9.49 2.63ZM8.11 11.49L10.58 13.97L15.98 8.31L17.42 9.69L10.62 16.83L6.69 12.91Z';
