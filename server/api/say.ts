import { whatIs } from '../codes/what.ts';
import { actByCode } from '../follow/act.ts';
import { followedCase, publicCase } from '../follow/view.ts';
import type { Hall } from '../hall.ts';
import { isAllowed } from '../people/access.ts';
import { done, type Result } from '../result.ts';
import { say, type Said } from '../say/take.ts';
import { sayView } from '../say/view.ts';
import { operation, type AnyOperation } from './operation.ts';
import * as shape from './say-shapes.ts';

const kinds = operation({
	method: 'GET',
	path: '/sayings',
	right: null,
	summary: 'What can be told to the hall, and how long names and telephones are kept',
	body: null,
	answer: shape.sayings,
	status: 200,
	run: ({ hall }) => Promise.resolve(done(sayView(hall)))
});

const take = operation({
	method: 'POST',
	path: '/sayings',
	right: null,
	summary:
		'A complaint, a matter nobody could solve, a question, a message or praise; by the visitor or whoever heard it',
	body: shape.sayBody,
	answer: shape.said,
	status: 201,
	async run({ hall, who, body }) {
		// Only who may be a kiosk, or sits at a window or a desk, has one print.
		const device = isAllowed(hall, who, 'kiosk:use') ? body.device : null;
		const said = await say(hall, who, { ...body, device });
		return said.ok ? done(await saidView(hall, said.value, who.staff !== undefined)) : said;
	}
});

async function saidView(hall: Hall, { row, slip }: Said, isStaff: boolean): Promise<object> {
	const view = await publicCase(hall, row.code ?? '');
	if (!view) throw new Error(`case ${String(row.id)} has no code`);
	return { ...view, id: isStaff ? row.id : null, slip: slip?.id ?? null };
}

const follow = operation({
	method: 'GET',
	path: '/followed/{code}',
	right: null,
	summary: 'A case as its visitor follows it, for whoever has the code',
	body: null,
	answer: shape.followed,
	status: 200,
	run: ({ hall, who, params }) => followedCase(hall, who, params['code'] ?? '')
});

const act = operation({
	method: 'POST',
	path: '/followed/{code}/act',
	right: null,
	summary: 'What the visitor does in the own case: satisfied or not, a word more, withdrawn',
	body: shape.visitorActBody,
	answer: shape.followed,
	status: 200,
	async run({ hall, who, params, body }): Promise<Result<unknown>> {
		const code = params['code'] ?? '';
		const acted = await actByCode(hall, who, code, body);
		return acted.ok ? followedCase(hall, who, code) : acted;
	}
});

const what = operation({
	method: 'GET',
	path: '/codes/{code}',
	right: null,
	summary: 'What twelve digits are of: a notice or a case',
	body: null,
	answer: shape.codeOf,
	status: 200,
	run: ({ hall, who, params }) => whatIs(hall, who, params['code'] ?? '')
});

export const SAYING: AnyOperation[] = [kinds, take, follow, act, what];
