import type { Story } from '../story';
import { billing } from './billing';
import { identity } from './identity';
import { purchase } from './purchase';

export const stories: readonly Story[] = [identity, purchase, billing];
