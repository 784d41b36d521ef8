/** What the other shapes are made of. */
import { z } from 'zod';
import { FURTHER_KEYS, type FurtherKey } from '#display/words/langs.ts';

export const code = z.string().min(1).max(64);
type Further = Record<FurtherKey, z.ZodOptional<z.ZodString>>;

export const text = z
	.object({
		zh: z.string(),
		en: z.string(),
		// fromEntries forgets the names of its entries.
		...(Object.fromEntries(FURTHER_KEYS.map((key) => [key, z.string().optional()])) as Further)
	})
	.meta({ id: 'Text' });
