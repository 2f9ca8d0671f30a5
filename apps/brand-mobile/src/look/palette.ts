/** Larkspur's own house: paper, ink, the blue of the flower and a spot of sun. */
export const light = {
  paper: '#fbf8f2',
  card: '#ffffff',
  sunken: '#f3eee4',
  ink: '#221a3b',
  soft: '#5b5370',
  violet: '#5a3fc0',
  violetInk: '#5136b3',
  lilac: '#ece6fb',
  leaf: '#276247',
  leafWash: '#e2f1e7',
  rust: '#9a3b1c',
  rustWash: '#fbe7dd',
  edge: '#e5ddce',
  edgeStrong: '#857b97',
  onViolet: '#ffffff',
};
export type Palette = typeof light;

export const dark: Palette = {
  paper: '#14111d',
  card: '#1d192a',
  sunken: '#100d18',
  ink: '#f2eefa',
  soft: '#bcb4cf',
  violet: '#7455d6',
  violetInk: '#bcaaff',
  lilac: '#2b2444',
  leaf: '#8bd3ad',
  leafWash: '#1b3227',
  rust: '#f0a78b',
  rustWash: '#3b2119',
  edge: '#342d48',
  edgeStrong: '#8e84a6',
  onViolet: '#ffffff',
};
