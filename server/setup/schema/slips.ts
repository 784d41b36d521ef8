/** Slips as the hall wants them: its sign, what it adds to every slip of a kind, and layouts of its own. */
import { z } from 'zod';
import { BLOCKS } from '#printer/slips/kinds.ts';
import type { SlipKind } from '#printer/slips/layout.ts';
import { fault, maybe, text } from './formats.ts';

/** A file in `DATA_DIR/slips`. */
const SIGN_NAME = /^[\w-][\w.-]{0,60}\.(png|bmp|pbm)$/i;

/** What stands on a slip more often than so is a mistake; a slip of so many blocks is longer than an arm. */
const MOST_BLOCKS = 60;

/** How a block may be set; what each takes is checked with the rest of the file, in slip-findings.ts. */
const settings = {
	size: z.literal(['tall', 1, 2, 3, 4, 5, 6, 7, 8]).optional(),
	bold: z.boolean().optional(),
	align: z.enum(['left', 'center', 'right']).optional(),
	lines: z.int().min(1).max(8).optional(),
	module: z.int().min(2).max(12).optional(),
	width: z.int().min(5).max(72).optional(),
	text: text.optional()
};

const blockOf = (kind: SlipKind) => z.strictObject({ block: z.enum(Object.keys(BLOCKS[kind])), ...settings });
const layout = (kind: SlipKind) => maybe(z.array(blockOf(kind)).min(1).max(MOST_BLOCKS));

export const slips = z.strictObject({
	/** the hall's sign: a PNG, BMP or PBM file in `DATA_DIR/slips` */
	logo: maybe(z.string().regex(SIGN_NAME, { error: fault('bad-sign-name') })),
	/** what stands at the foot of every slip of a kind, where the block `note` is */
	notes: z
		.strictObject({
			ticket: maybe(text),
			next: maybe(text),
			notice: maybe(text),
			acceptance: maybe(text),
			receipt: maybe(text),
			guide: maybe(text),
			answer: maybe(text),
			referral: maybe(text)
		})
		.prefault({}),
	/** blocks from above to below; a kind that is left out has its built-in layout */
	layouts: z
		.strictObject({
			ticket: layout('ticket'),
			next: layout('next'),
			notice: layout('notice'),
			acceptance: layout('acceptance'),
			receipt: layout('receipt'),
			guide: layout('guide'),
			answer: layout('answer'),
			referral: layout('referral')
		})
		.prefault({})
});
