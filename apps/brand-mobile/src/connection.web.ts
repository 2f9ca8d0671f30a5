import type { Settings } from './shop/shapes';

/** By which of the brand's connections this build proves its user: the first, unless the address says `?connection=`. */
export const connectionOf = ({ connections }: Settings): string =>
  connections.find((key) => key === new URLSearchParams(location.search).get('connection')) ??
  connections[0] ??
  '';
