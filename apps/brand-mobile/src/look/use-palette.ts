import { useColorScheme } from 'react-native';
import { dark, light, type Palette } from './palette';

/** By the phone's own setting. */
export const usePalette = (): Palette => (useColorScheme() === 'dark' ? dark : light);
