import { z } from 'zod';
import { shownAtWindow, shownOnPhone } from '../ratings/ask.ts';
import { rate } from '../ratings/rate.ts';
import { ratingSummary, thisMonth } from '../ratings/summary.ts';
import { rateAtWindow } from '../ratings/window.ts';
import { done } from '../result.ts';
import { operation, type AnyOperation } from './operation.ts';
import { given, grade, opinionOf } from './rating-shapes.ts';
import { empty, text } from './shapes.ts';

const leg = z
	.int()
	.nullable()
	.default(null)
	.meta({ description: 'one of the services of the ticket; the last of them without it' });

const rated = z.object({ leg: z.int(), grade }).meta({ id: 'Rating' });
const shown = z.object({ leg: z.int() }).meta({ id: 'RatingShown' });

const byTicket = operation({
	method: 'POST',
	path: '/tickets/{token}/rating',
	right: 'rating:give',
	summary: 'Rate a service, once, by the owner of its ticket; open for some working days after it',
	body: z.strictObject({ leg, ...given }).meta({ id: 'RateService' }),
	answer: rated,
	status: 201,
	async run({ hall, who, params, body }) {
		const result = await rate(hall, who, params['token'] ?? '', { ...opinionOf(body), leg: body.leg });
		return result.ok ? done({ leg: result.value.leg, grade: result.value.grade }) : result;
	}
});

const shownByTicket = operation({
	method: 'POST',
	path: '/tickets/{token}/rating/shown',
	right: 'rating:give',
	summary: 'The page of a ticket shows that a service can be rated',
	body: z.strictObject({ leg: z.int() }),
	answer: shown,
	status: 200,
	run: ({ hall, params, body }) => shownOnPhone(hall, params['token'] ?? '', body.leg)
});

const atWindow = operation({
	method: 'POST',
	path: '/ratings/asks/{token}',
	right: 'rating:show',
	summary: 'Rate a service at its window, once, by the one-time token of the ask',
	body: z.strictObject(given).meta({ id: 'RateAtWindow' }),
	answer: shown,
	status: 201,
	async run({ hall, who, params, body }) {
		const result = await rateAtWindow(hall, who, params['token'] ?? '', opinionOf(body));
		return result.ok ? done({ leg: result.value.leg }) : result;
	}
});

const shownByWindow = operation({
	method: 'POST',
	path: '/ratings/asks/{token}/shown',
	right: 'rating:show',
	summary: 'The tablet at a window shows the ask',
	body: empty,
	answer: shown,
	status: 200,
	run: ({ hall, params }) => shownAtWindow(hall, params['token'] ?? '')
});

const share = z.number().nullable();
const ofMonth = z
	.object({
		hall: text,
		month: z.string(),
		asked: z.int(),
		rated: z.int(),
		answered: share,
		satisfied: share.meta({ description: 'fairly satisfied and better' }),
		grades: z.record(z.string(), z.int()),
		bad: z.object({ count: z.int(), closed: z.int() }),
		windows: z.array(
			z.object({ code: z.string(), name: text, rated: z.int().nullable(), answered: share, satisfied: share })
		)
	})
	.meta({ id: 'RatingSummary', description: 'no person is named; a window with few ratings has no figures' });

const summary = operation({
	method: 'GET',
	path: '/ratings/summary',
	right: null,
	summary: 'How the services of this month were rated, for the public',
	body: null,
	answer: ofMonth,
	status: 200,
	run: ({ hall }) => ratingSummary(hall, thisMonth(hall))
});

const summaryOf = operation({
	method: 'GET',
	path: '/ratings/summary/{month}',
	right: null,
	summary: 'The same of any month, such as 2026-11',
	body: null,
	answer: ofMonth,
	status: 200,
	run: ({ hall, params }) => ratingSummary(hall, params['month'] ?? '')
});

export const RATINGS: AnyOperation[] = [byTicket, shownByTicket, atWindow, shownByWindow, summary, summaryOf];
