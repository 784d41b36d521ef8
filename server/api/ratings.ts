import { z } from 'zod';
import { rate } from '../ratings/rate.ts';
import { done } from '../result.ts';
import { operation, type AnyOperation } from './operation.ts';
import { grade } from './shapes.ts';

const body = z.strictObject({
	leg: z
		.int()
		.nullable()
		.default(null)
		.meta({ description: 'one of the services of the ticket; the last of them without it' }),
	grade
});

const answer = z.object({ leg: z.int(), grade }).meta({ id: 'Rating' });

const rating = operation({
	method: 'POST',
	path: '/tickets/{token}/rating',
	right: null,
	summary: 'Rate a service, once, by the owner of its ticket; open until the end of the next day',
	body,
	answer,
	status: 201,
	async run({ hall, who, params, body: wish }) {
		const rated = await rate(hall, who, params['token'] ?? '', wish);
		return rated.ok ? done({ leg: rated.value.leg, grade: rated.value.grade }) : rated;
	}
});

export const RATINGS: AnyOperation[] = [rating];
