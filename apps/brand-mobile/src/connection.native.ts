import type { Settings } from './shop/shapes';

/** By which of the brand's connections this build proves its user: the first, unless the build says another. */
export const connectionOf = ({ connections }: Settings): string =>
  connections.find((key) => key === process.env['EXPO_PUBLIC_CONNECTION']) ?? connections[0] ?? '';
