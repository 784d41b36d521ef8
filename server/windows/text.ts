import { windowText, wipeWindowText, writeWindowText } from '#db/windows.ts';
import type { WindowTextRow } from '#db/schema.ts';
import { today, type Hall } from '../hall.ts';
import type { Who } from '../people/who.ts';
import { done, refused, type Result } from '../result.ts';
import { barredWording } from '../wording/written.ts';
import { mine } from './change.ts';

/** As much as stands on the screen in large letters. */
const LONGEST_TEXT = 300;

/**
 * Writes to the visitor at the window on the screen that faces him, for who cannot hear. It is gone when the next one is
 * called, and no record keeps its words. @param text empty wipes the screen; forbidden wording needs `override`
 */
export function say(
	hall: Hall,
	who: Who,
	code: string,
	{ text, override = false }: { text: string; override?: boolean }
): Promise<Result<{ text: string }>> {
	return hall.write(async (tx) => {
		const window = await mine(tx, who, code);
		if ('ok' in window) return window;
		if (window.state === 'closed') return refused('window-not-open', window.state);
		const words = text.trim();
		if (words.length > LONGEST_TEXT) return refused('bad-request', `text: ≤ ${String(LONGEST_TEXT)}`);
		// Sent again as it stands: nothing is written, and an override counts once.
		if (words === ((await windowText(tx.k, tx.hall, code))?.text ?? '')) return done({ text: words });
		const written = { kind: 'say', texts: [words], override, window: code, ticket: null };
		const barred = await barredWording(tx, hall, who, written);
		if (barred) return barred;
		const at = hall.clock.now();
		const line = { act: 'window.wrote', actor: who.name, ticket: null, window: code, queue: null };
		await tx.note({ ...line, at, day: today(hall), body: { length: words.length } });
		if (words === '') await wipeWindowText(tx.k, tx.hall, code);
		else await writeWindowText(tx.k, { hall: tx.hall, window: code, text: words, at });
		return done({ text: words });
	});
}

/** What stands on it now. */
export function textAt(hall: Hall, code: string): Promise<WindowTextRow | undefined> {
	return windowText(hall.read, hall.id, code);
}
