import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';
import { realtime } from './server/vite-realtime.ts';

export default defineConfig({
	plugins: [sveltekit(), realtime()],
	// Small font files stay files: the content security policy lets nothing inlined in but pictures.
	build: { assetsInlineLimit: 0 },
	server: { fs: { allow: ['kiosk', 'display', 'server', 'printer', 'db'] } }
});
