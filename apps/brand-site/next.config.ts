import type { NextConfig } from 'next';

/** Pages only: what programs call is the same for every brand, and so is where a provider hands a code over. */
const juniperPages =
  '/:path((?!_next/|api/|chat/|health$|logout$|login/|\\.well-known/|favicon|icon|juniper/icon).*)';

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  devIndicators: false,
  agentRules: false,
  /** The host picks the brand: Juniper's pages lie in a folder of their own. */
  rewrites: async () => ({
    beforeFiles: [
      {
        source: juniperPages,
        has: [{ type: 'host', value: 'juniper.localhost' }],
        destination: '/juniper/:path',
      },
      {
        source: '/:path((?!api/).*)',
        has: [{ type: 'host', value: 'larkspur-app.localhost' }],
        destination: '/app-build/:path',
      },
    ],
    afterFiles: [],
    fallback: [],
  }),
};

export default config;
