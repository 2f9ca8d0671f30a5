import type { NextConfig } from 'next';

const config: NextConfig = {
  poweredByHeader: false,
  devIndicators: false,
  // The lint and the types of the house are checked by commands of their own.
  reactStrictMode: true,
};

export default config;
