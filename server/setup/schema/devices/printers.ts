import { z } from 'zod';
import { MODEL_CODES } from '#printer/models/models.ts';
import { code, fault, maybe, text } from '../formats.ts';
import { hasMouth, presenter } from './presenter.ts';
import { printerWire as wire } from './wires.ts';

export const printer = z
	.strictObject({
		code,
		name: text,
		zone: maybe(code),
		/** printers of one group stand in for each other */
		group: code,
		/** what it understands and reports */
		model: z.enum(MODEL_CODES).default('generic'),
		/** paper, in millimetres */
		width: z.union([z.literal(58), z.literal(80)]),
		/** without it, tickets are not presented: the printer does as it is set */
		presenter: maybe(presenter),
		wire
	})
	.refine(hasMouth, { error: fault('no-presenter'), path: ['presenter'] });
