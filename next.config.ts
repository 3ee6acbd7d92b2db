import type { NextConfig } from 'next';

/** The press (server/press) caches, compresses and tags; Next only renders. Types are checked by `npm run check`. */
const config: NextConfig = {
  distDir: process.env.NEXT_DIST_DIR ?? '.next',
  compress: false,
  generateEtags: false,
  poweredByHeader: false,
  reactStrictMode: true,
  productionBrowserSourceMaps: false,
  // A reader's page must carry its metadata in the head, whoever asks for it.
  htmlLimitedBots: /.*/,
  // Preloads stand in the page, where they are compressed and kept with it, not in a Link header (React warns of 0).
  reactMaxHeadersLength: 1,
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ['pg-boss', 'postgres', 'sharp', '@node-rs/argon2', 'nodemailer', 'pino'],
  // A sitemap may only name what lies beside or below it, so the parts stand at the root.
  rewrites: async () => [{ source: '/sitemap-:part(\\d+).xml', destination: '/sitemap/:part' }],
  experimental: { serverActions: { bodySizeLimit: '12mb' } },
};

export default config;
