/** Complaints: who looks into them, by their class; and within how many days the same one is looked for. */
import { z } from 'zod';
import { COMPLAINT_CLASSES, COMPLAINT_ROUTES } from '#db/schema.ts';
import { code, maybe } from './formats.ts';

/** Who answers for what goes this way: a role, and the department where it is one of a department's. */
const office = z.strictObject({
	role: z.enum(['supervisor', 'administrator', 'liaison', 'guide']).default('supervisor'),
	department: maybe(code)
});

export const complaints = z.strictObject({
	routes: z
		.strictObject({
			/** whoever leads the hall */
			hall: office.prefault({}),
			/** the supervision office, for what is against a department */
			department: office.prefault({})
		})
		.prefault({}),
	/** what no window could solve, and matters of petition */
	unsolved: office.prefault({}),
	petition: office.prefault({}),
	/** the way of a class where it is another than usual: `{ facility: department }` */
	classes: z.partialRecord(z.enum(COMPLAINT_CLASSES), z.enum(COMPLAINT_ROUTES)).default({}),
	/** the same visitor and matter again within so many days is no second case */
	sameWithinDays: z.int().min(1).max(366).default(30),
	/** working days in which what no window could solve has its result, unless a nearer date is given; 10 and 15 come by session */
	resultDays: z.int().min(1).max(5).default(5)
});
