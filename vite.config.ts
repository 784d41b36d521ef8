import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';
import { realtime } from './server/vite-realtime.ts';

/**
 * What the browser has to run for most pages, in few files: each file more is asked for, answered and linked by itself, which on
 * a weak machine costs more than the code in it.
 */
const GROUPS = [
	{ name: 'framework', test: /node_modules[\\/](svelte|esm-env|clsx|@sveltejs)[\\/]|^\0(vite|rolldown)/ },
	{ name: 'words', test: /[\\/]display[\\/]words[\\/](zh-CN[\\/]of-kiosk|[^\\/]+$)/ },
	{ name: 'line', test: /node_modules[\\/](@socket\.io|socket\.io|engine\.io)/ },
	{ name: 'parts', test: /[\\/]display[\\/](ui[\\/]|[^\\/]+$)/, minShareCount: 4 },
	{ name: 'frame', test: /[\\/]kiosk[\\/](frame|ease|speech|help|[^\\/]+$)/, minShareCount: 3 }
];

export default defineConfig({
	plugins: [sveltekit(), realtime()],
	// Small font files stay files: the content security policy lets nothing inlined in but pictures.
	build: {
		assetsInlineLimit: 0,
		rolldownOptions: { output: { codeSplitting: { groups: GROUPS } } }
	},
	server: { fs: { allow: ['kiosk', 'display', 'server', 'printer', 'db'] } }
});
