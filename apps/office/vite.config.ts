import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { contractRoutes } from './contract-routes.ts';

/** Set in the page's place of the nonce; the server puts a fresh one there with every answer. */
const noncePlace = 'CSP_NONCE';

export default defineConfig({
  base: '/office/',
  plugins: [react(), contractRoutes()],
  html: { cspNonce: noncePlace },
  build: {
    target: 'es2022',
    // The policy of the pages allows no data: addresses.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 2000,
    // Contracts and schemas that the browser has no use for are made by these, and by nothing else.
    rolldownOptions: { treeshake: { manualPureFunctions: ['z', 'oc'] } },
  },
  server: { proxy: { '/api': process.env.GONGKAI_API ?? 'http://127.0.0.1:3000' } },
});
