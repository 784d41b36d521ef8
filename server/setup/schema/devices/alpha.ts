/** Adaptive Alpha and BetaBrite signs. */
import { z } from 'zod';
import { fault } from '../formats.ts';

/** One printable character; 0 is the sign's own place for alarms. */
const label = z.string().regex(/^[!-/1-~]$/, { error: fault('bad-label') });

/** What such a sign says of itself, beside what every board does. */
export const alphaSign = {
	driver: z.literal('alpha'),
	/** as set on the sign, 1 to 255 (01 to FF); 0 is every sign of the line */
	address: z.int().min(0).max(255),
	/** `Z` any sign, `^` BetaBrite, others by the manual */
	type: z
		.string()
		.regex(/^[!-~]$/, { error: fault('bad-label') })
		.default('Z'),
	/** characters in a line */
	columns: z.int().min(4).max(80).default(16),
	/** label of the TEXT file, and of the STRING file of each line, one or two */
	text: label.default('A'),
	strings: z.array(label).min(1).max(2).default(['1']),
	colour: z.enum(['auto', 'red', 'green', 'amber']).default('auto'),
	mode: z.enum(['hold', 'flash', 'rotate', 'scroll']).default('hold'),
	/** protocol Alpha 2.0 or 3.0 with ACK and NAK switched on; without, nobody knows what arrived */
	answers: z.boolean().default(false)
};

/** Whether each file has a label of its own. */
export function labelsDiffer({ text, strings }: { text: string; strings: readonly string[] }): boolean {
	return new Set([text, ...strings]).size === strings.length + 1;
}
