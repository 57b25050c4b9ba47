// Builds the staff console into dist/console: split by page, no inline scripts, everything from this server.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const here = dirname(fileURLToPath(import.meta.url));

export default defineConfig({
  root: here,
  base: '/console/',
  plugins: [react()],
  // The server puts the nonce of its content security policy in place of this word.
  html: { cspNonce: '__CSP_NONCE__' },
  build: {
    outDir: join(here, '..', '..', '..', '..', 'dist', 'console'),
    emptyOutDir: true,
    // A data: address would need its own allowance in the policy; a file does not.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1500,
  },
  server: { proxy: { '/console/api': 'http://localhost:3978' } },
});
