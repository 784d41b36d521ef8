import { z } from 'zod';
import { SLIP_STATES } from '#db/schema.ts';
import { done, refused } from '../result.ts';
import { reprint } from '../devices/reprint.ts';
import { operation, type AnyOperation } from './operation.ts';
import * as shape from './shapes.ts';

const again = operation({
	method: 'POST',
	path: '/slips/{id}/reprint',
	right: 'slip:reprint',
	summary: 'Print a slip again: the same number, marked as a reprint',
	body: shape.empty,
	answer: z.object({ id: z.int(), state: z.enum(SLIP_STATES) }),
	status: 201,
	async run({ hall, who, params }) {
		const id = Number(params['id']);
		if (!Number.isSafeInteger(id)) return refused('slip-unknown', params['id']);
		const slip = await reprint(hall, who, id);
		return slip.ok ? done({ id: slip.value.id, state: slip.value.state }) : slip;
	}
});

export const SLIPS: AnyOperation[] = [again];
