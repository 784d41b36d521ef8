import adapter from '@sveltejs/adapter-node';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';

const rooms = ['kiosk', 'display', 'server', 'printer', 'db', 'test'];

/** @type {import('@sveltejs/kit').Config} */
export default {
	preprocess: vitePreprocess(),
	kit: {
		adapter: adapter({ out: 'build' }),
		files: {
			src: 'server',
			assets: 'display/static',
			appTemplate: 'display/app.html',
			errorTemplate: 'display/error.html',
			serviceWorker: 'kiosk/service-worker'
		},
		// A sheet is asked for by itself, and nothing is seen until the last has come: smaller ones come with the page.
		inlineStyleThreshold: 12_000,
		// Only a kiosk has a service worker: its page registers it (kiosk/offline/browser.ts).
		serviceWorker: { register: false },
		csp: {
			mode: 'auto',
			directives: {
				'default-src': ['self'],
				'script-src': ['self'],
				// Components set custom properties on their elements.
				'style-src': ['self', 'unsafe-inline'],
				'img-src': ['self', 'data:'],
				'media-src': ['self'],
				'connect-src': ['self'],
				'object-src': ['none'],
				'base-uri': ['none'],
				'form-action': ['self'],
				'frame-ancestors': ['self']
			}
		},
		typescript: {
			config(config) {
				config['include'] = [
					...config['include'],
					...rooms.flatMap((room) => [`../${room}/**/*.ts`, `../${room}/**/*.js`, `../${room}/**/*.svelte`]),
					'../*.ts',
					'../*.js'
				];
				// A server of its own, which the bench compares ours with.
				// The worker of a kiosk names for itself what it uses of its scope, and is checked like all else.
				const worker = (/** @type {string} */ path) => path.includes('service-worker');
				config['exclude'] = [
					...config['exclude'].filter((/** @type {string} */ path) => !worker(path)),
					'../test/bench/bare/**'
				];
				return config;
			}
		}
	}
};
