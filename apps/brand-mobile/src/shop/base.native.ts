/** Where Larkspur's backend is. An Android emulator reaches the machine it runs on by 10.0.2.2. */
export const SHOP_URL: string = process.env['EXPO_PUBLIC_SHOP_URL'] ?? 'http://10.0.2.2:4200';
