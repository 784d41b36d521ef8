import type { Words } from '#display/words/index.ts';
import type { TicketView } from '#server/views.ts';

/** What the kiosk says of the slip, and whether the visitor leaves without one. */
export interface SlipWords {
	kind: 'plain' | 'good' | 'warn';
	said: string;
	/** no slip to rely on: number and code are shown larger */
	paperless: boolean;
}

/** @param state the slip's own state, null when none was asked for; @param paperOut no slip can come out now */
export function slipWords(t: Words, state: TicketView['slip'], paperOut: boolean): SlipWords {
	if (state === 'printed') return { kind: 'good', said: t.kiosk.takeSlip, paperless: false };
	if (state === 'unsure') return { kind: 'warn', said: t.kiosk.slipUnsure, paperless: true };
	if (paperOut) return { kind: 'warn', said: t.kiosk.paperOut, paperless: true };
	if (state === 'failed') return { kind: 'warn', said: t.kiosk.slipFailed, paperless: true };
	if (state === null) return { kind: 'warn', said: t.kiosk.noSlip, paperless: true };
	return { kind: 'plain', said: t.kiosk.printing, paperless: false };
}
