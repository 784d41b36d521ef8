import type { Server as HttpServer } from 'node:http';
import type { Plugin } from 'vite';
import { request, runtime, upgrades } from './forward.js';

/** socket.io on Vite's own http server, in dev and in preview. */
export function realtime(): Plugin {
	return {
		name: 'realtime',
		configureServer(vite) {
			vite.middlewares.use(request);
			const http = vite.httpServer as HttpServer | null;
			if (!http) return; // middleware mode
			upgrades(http);
			wakeOnChange(http, vite.watcher);
			http.once('close', () => void runtime()?.then((running) => running.stop()));
		},
		configurePreviewServer(vite) {
			vite.middlewares.use(request);
			upgrades(vite.httpServer as HttpServer);
		}
	};
}

/** SvelteKit runs `init` on the first request, and again on the first one after a module of it changed: make that request. */
function wakeOnChange(
	http: HttpServer,
	watcher: { on(event: 'change', listener: (file: string) => void): unknown }
): void {
	const wake = (): void => {
		const address = http.address();
		if (address && typeof address === 'object') {
			void fetch(`http://localhost:${String(address.port)}/health`).catch(() => undefined);
		}
	};
	let timer: NodeJS.Timeout | undefined;
	http.once('listening', wake);
	watcher.on('change', (file) => {
		if (!/\.(ts|js)$/.test(file)) return;
		clearTimeout(timer);
		timer = setTimeout(wake, 300);
	});
}
