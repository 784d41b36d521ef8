import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';
import { realtime } from './server/vite-realtime.ts';

export default defineConfig({
	plugins: [sveltekit(), realtime()],
	server: { fs: { allow: ['kiosk', 'display', 'server', 'printer', 'db'] } }
});
