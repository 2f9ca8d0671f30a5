/** Generated inputs are the same in every run, so that a failure can be repeated. */
export const seed = 20_261_123;
