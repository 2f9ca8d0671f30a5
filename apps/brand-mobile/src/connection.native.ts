import { environment } from './env';
import type { Settings } from './shop/shapes';

/** By which of the brand's connections this build proves its user: the first, unless the build says another. */
export const connectionOf = ({ connections }: Settings): string =>
  connections.find((key) => key === environment.connection) ?? connections[0] ?? '';
