import type { z } from 'zod';
import type { DeliveryRow } from '#db/schema.ts';
import { addDeliveryTo, endDelivery, openDelivery, sendDelivery } from '../deliveries/move.ts';
import type { Hall } from '../hall.ts';
import { accept } from '../matters/accept.ts';
import { deliveryView } from '../matters/view.ts';
import type { Who } from '../people/who.ts';
import { done, refused, type Result } from '../result.ts';
import * as shape from './case-shapes.ts';
import { operation, type AnyOperation, type Asked } from './operation.ts';
import { servedView } from './served.ts';
import { empty, served } from './shapes.ts';

const acceptance = operation({
	method: 'POST',
	path: '/tickets/{id}/accept',
	right: 'matter:accept',
	summary:
		'Accept what cannot be done on the spot: the service ends, a matter with a promised day begins, a slip is printed',
	body: shape.acceptBody,
	answer: served,
	status: 200,
	async run({ hall, who, params, body }) {
		const id = Number(params['id']);
		if (!Number.isSafeInteger(id)) return refused('ticket-unknown', params['id']);
		const result = await accept(hall, who, id, body);
		return result.ok ? done(await servedView(hall, who, result.value)) : result;
	}
});

const open = operation({
	method: 'POST',
	path: '/deliveries/{id}/open',
	right: 'personal:open',
	summary: 'Open name, telephone and address of a delivery, for a reason that stands in the ledger',
	body: shape.openBody,
	answer: shape.person,
	status: 200,
	run: ({ hall, who, params, body }) => openDelivery(hall, who, Number(params['id']), body.reason)
});

export const MATTERS: AnyOperation[] = [
	acceptance,
	act({
		path: '/matters/{id}/delivery',
		summary: 'Have the result of a matter sent home',
		body: shape.deliveryBody,
		verb: addDeliveryTo
	}),
	act({
		path: '/deliveries/{id}/sent',
		summary: 'Handed to the courier, with its waybill number',
		body: shape.sentBody,
		verb: sendDelivery
	}),
	ends('delivered', 'It has arrived'),
	ends('returned', 'It has come back'),
	ends('cancel', 'No longer wished'),
	open
];

function ends(step: 'delivered' | 'returned' | 'cancel', summary: string): AnyOperation {
	const verb = (hall: Hall, who: Who, id: number): Promise<Result<DeliveryRow>> => endDelivery(hall, who, id, step);
	return act({ path: `/deliveries/{id}/${step}`, summary, body: empty, verb });
}

interface Act<Body> {
	path: string;
	summary: string;
	body: z.ZodType<Body>;
	verb: (hall: Hall, who: Who, id: number, body: Body) => Promise<Result<DeliveryRow>>;
}

function act<Body>({ path, summary, body, verb }: Act<Body>): AnyOperation {
	return operation({
		method: 'POST',
		path,
		right: 'case:work',
		summary,
		body,
		answer: shape.delivery,
		status: 200,
		async run({ hall, who, params, body: wish }: Asked<Body>) {
			const id = Number(params['id']);
			if (!Number.isSafeInteger(id)) return refused('delivery-unknown', params['id']);
			const result = await verb(hall, who, id, wish);
			return result.ok ? done(await deliveryView(hall, who, result.value)) : result;
		}
	});
}
