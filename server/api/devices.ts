import type { z } from 'zod';
import type { DeviceStateRow } from '#db/schema.ts';
import { done, refused, type Result } from '../result.ts';
import { disable, enable, moveDuty, replace, rollChanged, test, type DeviceName } from '../upkeep/verbs.ts';
import { deviceDetail, watchView } from '../upkeep/view.ts';
import * as shape from './device-shapes.ts';
import { operation, type AnyOperation, type Asked } from './operation.ts';
import { empty } from './shapes.ts';

const list = operation({
	method: 'GET',
	path: '/devices',
	right: 'device:read',
	summary: 'Every device of the hall: how it stands and since when, when it was last heard, its paper',
	body: null,
	answer: shape.devices,
	status: 200,
	run: async ({ hall, who }) => done(await watchView(hall, who))
});

const one = operation({
	method: 'GET',
	path: '/devices/{kind}/{code}',
	right: 'device:read',
	summary: 'One device: what it went through, and how often it could do its job, by month',
	body: null,
	answer: shape.detail,
	status: 200,
	run: ({ hall, params }) => detailed(hall, nameIn(params))
});

/** An act on a device, answered with what is known of it then. */
function acting<Body>(
	act: string,
	{
		summary,
		body,
		verb
	}: {
		summary: string;
		body: z.ZodType<Body>;
		verb: (asked: Asked<Body>, name: DeviceName) => Promise<Result<DeviceStateRow>>;
	}
): AnyOperation {
	return operation<Body>({
		method: 'POST',
		path: `/devices/{kind}/{code}/${act}`,
		right: 'device:work',
		...{ summary, body },
		answer: shape.detail,
		status: 200,
		async run(asked) {
			const name = nameIn(asked.params);
			const row = await verb(asked, name);
			return row.ok ? detailed(asked.hall, name) : row;
		}
	});
}

function nameIn(params: Readonly<Record<string, string>>): DeviceName {
	return { kind: params['kind'] ?? '', code: params['code'] ?? '' };
}

async function detailed(hall: Asked<unknown>['hall'], { kind, code }: DeviceName): Promise<Result<unknown>> {
	const detail = await deviceDetail(hall, kind, code);
	return detail ? done(detail) : refused('device-unknown', `${kind} ${code}`);
}

export const DEVICES: AnyOperation[] = [
	list,
	one,
	acting('disable', {
		summary: 'Take a device out of work: a printer gets no slips and its group goes on, a board is left alone',
		body: shape.disableBody,
		verb: ({ hall, who, body }, name) => disable(hall, who, name, body.reason)
	}),
	acting('enable', {
		summary: 'Put a device back to work',
		body: empty,
		verb: ({ hall, who }, name) => enable(hall, who, name)
	}),
	acting('replace', {
		summary: 'Another device stands at this place: its counts begin at nothing, and the history says so',
		body: empty,
		verb: ({ hall, who }, name) => replace(hall, who, name)
	}),
	acting('roll', {
		summary: 'A new roll was put into a printer',
		body: empty,
		verb: ({ hall, who }, name) => rollChanged(hall, who, name)
	}),
	acting('move', {
		summary: 'Let a printer print for another group until the day ends',
		body: shape.moveBody,
		verb: ({ hall, who, body }, name) => moveDuty(hall, who, name, body.group)
	}),
	acting('test', {
		summary: 'Ask a device to show that it works: a test page, a test text, a test sentence, an answer',
		body: empty,
		verb: ({ hall, who }, name) => test(hall, who, name)
	})
];
