/** The shapes of slips as the hall designs them. */
import { z } from 'zod';
import { SLIP_KINDS } from '#printer/slips/layout.ts';
import { MODEL_CODES } from '#printer/models/models.ts';
import { code, text } from './basic-shapes.ts';

const size = z.union([z.literal('tall'), z.literal([1, 2, 3, 4, 5, 6, 7, 8])]);

const block = z
	.strictObject({
		block: code,
		size: size.optional(),
		bold: z.boolean().optional(),
		align: z.enum(['left', 'center', 'right']).optional(),
		lines: z.int().min(1).max(8).optional(),
		module: z.int().min(2).max(12).optional(),
		width: z.int().min(5).max(72).optional(),
		text: text.optional()
	})
	.meta({ id: 'SlipBlock' });

const sign = z
	.object({
		file: z.string().nullable(),
		fault: z.enum(['missing', 'wrong-kind', 'broken', 'too-large']).nullable()
	})
	.meta({ id: 'SlipSign' });

const layout = {
	blocks: z.array(block).min(1).max(60).nullable(),
	note: text.nullable(),
	logo: z
		.string()
		.regex(/^[\w-][\w.-]{0,60}$/)
		.nullable()
};

const sampled = {
	...layout,
	kind: z.enum(SLIP_KINDS),
	lang: z.enum(['zh-CN', 'en']).default('zh-CN'),
	sample: z.enum(['usual', 'long', 'reprint']).default('usual')
};

export const saveBody = z.object({ ...layout, basis: z.int() });
export const previewBody = z.object({ ...sampled, model: z.enum(MODEL_CODES).default('generic') });
export const testBody = z.object({ ...sampled, printer: code });
/** base64 of a PNG, BMP or PBM file */
export const signBody = z.object({ file: z.base64().min(1) });

export const slips = z
	.object({
		hall: text,
		timeZone: z.string(),
		staff: z.object({ no: z.string() }),
		edits: z.boolean(),
		basis: z.int(),
		sign,
		kinds: z.array(
			z.object({
				kind: z.enum(SLIP_KINDS),
				blocks: z.array(block).nullable(),
				builtIn: z.array(block),
				note: text.nullable(),
				parts: z.array(z.object({ block: z.string(), takes: z.array(z.string()) })),
				must: z.array(z.array(z.string()))
			})
		),
		models: z.array(z.object({ code: z.string(), name: text })),
		printers: z.array(z.object({ code, name: text, model: z.string(), width: z.literal([58, 80]) }))
	})
	.meta({ id: 'Slips' });

export const preview = z
	.object({
		papers: z.array(
			z.object({
				width: z.literal([58, 80]),
				svg: z.string(),
				millimetres: z.int(),
				replaced: z.array(z.string())
			})
		),
		sign
	})
	.meta({ id: 'SlipPreview' });
