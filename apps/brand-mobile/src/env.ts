/** What a build for phones may be told; the bundler writes it in. A web build is told by the address it is served from. */
export const environment = {
  /** Where the shop's backend is. An Android emulator reaches the machine it runs on by 10.0.2.2. */
  shopUrl: process.env['EXPO_PUBLIC_SHOP_URL'] ?? 'http://10.0.2.2:4200',
  /** By which of the brand's connections this build proves its user. */
  connection: process.env['EXPO_PUBLIC_CONNECTION'],
};
