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
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ['pg-boss', 'postgres', 'sharp', '@node-rs/argon2', 'nodemailer', 'pino'],
  experimental: { serverActions: { bodySizeLimit: '12mb' } },
};

export default config;
