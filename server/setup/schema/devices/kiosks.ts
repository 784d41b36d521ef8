import { z } from 'zod';
import type { KeyAction } from '#server/views/speech.ts';
import { code, maybe, text } from '../formats.ts';

const KEY_ACTIONS = [
	'next',
	'previous',
	'ok',
	'back',
	'repeat',
	'page',
	'pause',
	'help',
	'louder',
	'quieter',
	'speech',
	'plugged',
	'unplugged'
] as const satisfies readonly KeyAction[];

export const kiosk = z.strictObject({
	code,
	name: text,
	/** which zones it offers; without it, all */
	zones: maybe(z.array(code).min(1)),
	/** the group its slips go to */
	printerGroup: maybe(code),
	/** `private`: what it says is heard by one person alone, by headphones or a handset (EN 301 549, 5.1.3.8) */
	sound: z.strictObject({ private: z.boolean().default(false) }).prefault({}),
	/** what further keys of its keypad do, by their code: `{ F13: next, F14: ok }` */
	keys: z.record(z.string().regex(/^[A-Z][A-Za-z0-9]{0,20}$/), z.enum(KEY_ACTIONS)).default({}),
	/** the visible glass, measured, and how high its lower edge stands above the floor; with it sizes are true millimetres */
	screen: maybe(
		z.strictObject({
			widthMm: z.int().min(100).max(3000),
			heightMm: z.int().min(60).max(3000),
			/** above it a seated person does not reach the middle of the glass */
			lowerEdgeMm: z.int().min(0).max(1100)
		})
	)
});
