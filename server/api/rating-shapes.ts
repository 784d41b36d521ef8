/** The shapes of ratings, whichever way they come. */
import { z } from 'zod';
import { GRADES, INDICATORS, RATING_REASONS } from '#db/schema.ts';
import type { Given } from '../ratings/give.ts';
import { text } from './basic-shapes.ts';

export const grade = z
	.literal(GRADES)
	.meta({ id: 'Grade', description: '5 非常满意 very satisfied … 1 非常不满意 very dissatisfied' });

export const ratedServices = z
	.array(
		z.object({ leg: z.int(), item: text, window: z.string().nullable(), until: z.string(), grade: grade.nullable() })
	)
	.meta({ description: 'once it is over: what was served; without a grade it can be rated until that day' });

const LONGEST_REMARK = 300;

/** What a visitor says, whichever way it comes. */
export const given = {
	grade,
	indicators: z
		.strictObject({ efficiency: grade.optional(), competence: grade.optional(), attitude: grade.optional() })
		.default({})
		.meta({ description: `further grades, as many as one likes: ${INDICATORS.join(', ')}` }),
	reasons: z
		.array(z.enum(RATING_REASONS))
		.max(RATING_REASONS.length)
		.default([])
		.meta({ description: 'why a bad rating is bad; with the two lowest grades only' }),
	remark: z
		.string()
		.max(LONGEST_REMARK)
		.nullable()
		.default(null)
		.meta({ description: 'in own words; long figures are left out of it' }),
	phone: z
		.string()
		.max(20)
		.nullable()
		.default(null)
		.meta({ description: 'where to be called back about a bad rating; kept sealed, for that only' })
};

/** An absent indicator is none, not an undefined one. */
export function opinionOf(body: z.output<z.ZodObject<typeof given>>): Given {
	const { grade: whole, reasons, remark, phone } = body;
	const { efficiency, competence, attitude } = body.indicators;
	const indicators = {
		...(efficiency && { efficiency }),
		...(competence && { competence }),
		...(attitude && { attitude })
	};
	return { grade: whole, indicators, reasons: [...new Set(reasons)], remark, phone };
}
