import { z } from 'zod';
import { MODEL_CODES } from '#printer/models/models.ts';
import { code, maybe, text } from '../formats.ts';
import { drivenBy } from './agents.ts';
import { wire } from './wires.ts';

export const printer = z.strictObject({
	code,
	name: text,
	zone: maybe(code),
	/** printers of one group stand in for each other */
	group: code,
	/** what it understands and reports */
	model: z.enum(MODEL_CODES).default('generic'),
	/** paper, in millimetres */
	width: z.union([z.literal(58), z.literal(80)]),
	wire,
	agent: drivenBy
});
