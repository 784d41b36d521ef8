import { z } from 'zod';
import { SLIP_STATES, type SlipRow } from '#db/schema.ts';
import { LANGS } from '#display/words/index.ts';
import { guideSlipOf, printGuide } from '../find/guide.ts';
import { done, type Result } from '../result.ts';
import { operation, type AnyOperation } from './operation.ts';
import * as shape from './shapes.ts';

const slip = z.object({ id: z.int(), state: z.enum(SLIP_STATES) });

const print = operation({
	method: 'POST',
	path: '/items/{code}/guide',
	right: 'kiosk:use',
	summary: 'Print the guide of an item: what to bring, fee, time limits, where, and its page as a QR',
	body: z.object({
		device: z.string().max(64).nullable().default(null),
		lang: z.enum(LANGS).default('zh-CN'),
		intent: shape.intent
	}),
	answer: slip,
	status: 201,
	async run({ hall, who, params, body }) {
		return stateOf(await printGuide(hall, who, { item: params['code'] ?? '', ...body }));
	}
});

const state = operation({
	method: 'GET',
	path: '/guides/{id}',
	right: 'kiosk:use',
	summary: 'Whether a guide has come out of the printer',
	body: null,
	answer: slip,
	status: 200,
	async run({ hall, params }) {
		return stateOf(await guideSlipOf(hall, Number(params['id'])));
	}
});

function stateOf(printed: Result<SlipRow>): Result<z.output<typeof slip>> {
	if (!printed.ok) return printed;
	const { id, state, reason } = printed.value;
	// What a printer has in work is not out yet.
	return done({ id, state: state === 'sent' && reason === null ? 'queued' : state });
}

export const GUIDES: AnyOperation[] = [print, state];
