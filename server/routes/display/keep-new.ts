import { updated } from '$app/state';
import type { Live } from '#display/live.svelte.ts';

/**
 * A screen runs for months: it loads itself anew when the hall file was applied, and when the server it comes back to is of
 * another build. To be called after `live.start()`.
 */
export function keepNew({ socket }: Pick<Live<'zone' | 'window-screen' | 'text-screen'>, 'socket'>): void {
	socket?.on('hall:applied', () => {
		location.reload();
	});
	socket?.on('connect', () => {
		void updated.check().then((changed) => {
			if (changed) location.reload();
		});
	});
}
