/** The shapes of free services. */
import { z } from 'zod';
import { SERVICE_STATES } from '#db/schema.ts';
import { text } from './basic-shapes.ts';

export const keepServiceBody = z
	.strictObject({
		state: z.enum(SERVICE_STATES).nullable().default(null),
		waiting: z
			.int()
			.min(0)
			.max(999)
			.nullable()
			.default(null)
			.meta({ description: 'so many wait now, as the desk sees them' })
	})
	.meta({ id: 'KeepService' });

const service = {
	...{ code: z.string(), name: text, zone: z.string(), place: text.nullable(), places: z.int() },
	kind: z.enum(['copying', 'computers', 'terminals', 'courier', 'photographs', 'other']),
	...{ state: z.enum(SERVICE_STATES), waiting: z.int(), counted: z.boolean(), since: z.int().nullable() }
};

export const services = z.array(z.object(service).meta({ id: 'FreeService' }));
export const keptService = z
	.object({ ...service, by: z.string().nullable(), crowded: z.boolean() })
	.meta({ id: 'KeptService' });
