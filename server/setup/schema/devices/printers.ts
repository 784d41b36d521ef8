import { z } from 'zod';
import { MODEL_CODES } from '#printer/models/models.ts';
import { code, maybe, text } from '../formats.ts';
import { drivenBy } from './agents.ts';
import { presenter } from './presenter.ts';
import { printerWire } from './wires.ts';

export const printer = z.strictObject({
	code,
	name: text,
	zone: maybe(code),
	/** printers of one group stand in for each other */
	group: code,
	/** without it, tickets are not presented: the printer does as it is set */
	presenter: maybe(presenter),
	/** what it understands and reports */
	model: z.enum(MODEL_CODES).default('generic'),
	/** paper, in millimetres */
	width: z.union([z.literal(58), z.literal(80)]),
	/** what a new roll has, metres; without it what rolls of this width usually have */
	rollMetres: maybe(z.number().min(3).max(500)),
	wire: printerWire,
	agent: drivenBy
});
