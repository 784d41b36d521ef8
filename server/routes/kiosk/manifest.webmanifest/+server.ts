import { kioskHere } from '../../at-kiosk.ts';
import type { RequestHandler } from './$types';

/** What a browser installs a kiosk by: full screen, and always this very kiosk. */
export const GET: RequestHandler = ({ locals, url }) => {
	const { hall } = locals.running;
	const device = kioskHere(hall, locals.who, url);
	const { name } = hall.setup.file.hall;
	const icon = (size: number): object => ({
		src: `/icon-${String(size)}.png`,
		sizes: `${String(size)}x${String(size)}`,
		type: 'image/png'
	});
	const start = `/kiosk?kiosk=${encodeURIComponent(device)}`;
	const manifest = {
		...{ id: start, start_url: start, scope: '/', lang: 'zh-CN', dir: 'ltr' },
		name: `${name.zh} · ${name.en}`,
		short_name: hall.setup.kiosks.get(device)?.name.zh ?? name.zh,
		...{ display: 'fullscreen', orientation: 'any', background_color: '#ffffff', theme_color: '#ffffff' },
		icons: [icon(192), icon(512), { src: '/icon.svg', sizes: 'any', type: 'image/svg+xml' }]
	};
	return new Response(JSON.stringify(manifest), { headers: { 'content-type': 'application/manifest+json' } });
};
