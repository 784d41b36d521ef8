/** How a hall speaks, and what one of its zones does otherwise. */
import { z } from 'zod';
import { tongueOf } from '#display/voice/tongue.ts';
import { fault, maybe, minuteOfDay, spans } from './formats.ts';

/** `zh`, `en`, or a dialect by the name of its folder in DATA_DIR/voice: `yue`, `zh-CN-sichuan`. */
const tongue = z.string().refine((tag) => tongueOf(tag) !== undefined, { error: fault('unknown-tongue') });
const languages = z.array(tongue).min(1);
const repeat = z.int().min(1).max(5);
const rate = z.number().min(0.5).max(2);

/** From each time on the calls are so loud, until the next; before the first, as after the last. */
const volume = z
	.array(z.strictObject({ at: minuteOfDay, percent: z.int().min(0).max(100) }))
	.refine((list) => new Set(list.map(({ at }) => at)).size === list.length, { error: fault('volume-order') })
	.transform((list) => list.toSorted((a, b) => a.at - b.at));

export const voice = z.strictObject({
	/** how often one call is spoken */
	repeat: repeat.default(2),
	/** in this order */
	languages: languages.default(['zh']),
	/** 1 is the voice's own speed */
	rate: rate.default(1),
	/** nothing is spoken in these times of any day */
	quiet: spans.prefault([]),
	volume: volume.prefault([])
});

export const zoneVoice = z.strictObject({
	repeat: maybe(repeat),
	languages: maybe(languages),
	rate: maybe(rate),
	quiet: maybe(spans),
	volume: maybe(volume),
	/** where one speaker serves several zones: the higher is said first, equal ones in the order of the calls */
	priority: z.int().min(0).max(9).default(0)
});
