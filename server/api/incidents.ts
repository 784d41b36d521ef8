import type { CaseRow } from '#db/schema.ts';
import { endBroadcast, type EndAct } from '../broadcast/end.ts';
import { startBroadcast } from '../broadcast/start.ts';
import { broadcastNow, liveView } from '../broadcast/view.ts';
import { gradeIncident, tellContact } from '../incidents/grade.ts';
import { callSilently, reportIncident } from '../incidents/report.ts';
import { incidentsView } from '../incidents/view.ts';
import { done, refused, type Result } from '../result.ts';
import { caseNumber } from '../rules/cases/kinds.ts';
import * as shape from './incident-shapes.ts';
import { operation, type AnyOperation } from './operation.ts';
import { ownConsole } from './served.ts';
import { empty } from './shapes.ts';

function told(result: Result<CaseRow>): Result<unknown> {
	if (!result.ok) return result;
	const { id, stage, owner, urgent, due_at: dueAt } = result.value;
	return done({ id, number: caseNumber(result.value), stage, owner, urgent: urgent === 1, dueAt });
}

const list = operation({
	method: 'GET',
	path: '/incidents',
	right: 'incident:see',
	summary: 'The newest incidents, open ones first, and the emergency broadcasts',
	body: null,
	answer: shape.incidents,
	status: 200,
	async run({ hall, who }) {
		const view = await incidentsView(hall, who);
		return view ? done(view) : refused('not-allowed', 'incident:see');
	}
});

const report = operation({
	method: 'POST',
	path: '/incidents',
	right: 'incident:report',
	summary: 'Report an incident in the hall; somebody is called at once, and level by level until it is acknowledged',
	body: shape.reportBody,
	answer: shape.reported,
	status: 201,
	run: async ({ hall, who, body }) => told(await reportIncident(hall, who, body))
});

const silent = operation({
	method: 'POST',
	path: '/windows/{code}/silent-call',
	right: 'window:work',
	summary: 'A clerk in trouble: an urgent incident, of which no screen of the window tells anything',
	body: shape.silentBody,
	answer: shape.noted,
	status: 200,
	async run({ hall, who, params, body }) {
		const called = await callSilently(hall, who, params['code'] ?? '', body);
		return called.ok ? done({ noted: true, console: await ownConsole(hall, who) }) : called;
	}
});

const grade = operation({
	method: 'POST',
	path: '/incidents/{id}/severity',
	right: 'incident:report',
	summary: 'Another severity; while nobody has acknowledged, with its response time',
	body: shape.gradeBody,
	answer: shape.reported,
	status: 200,
	run: async ({ hall, who, params, body }) => told(await gradeIncident(hall, who, Number(params['id']), body.severity))
});

const contact = operation({
	method: 'POST',
	path: '/incidents/{id}/told',
	right: 'incident:report',
	summary: 'Somebody of the hall file’s contacts was told by telephone',
	body: shape.contactBody,
	answer: shape.reported,
	status: 200,
	run: async ({ hall, who, params, body }) => told(await tellContact(hall, who, Number(params['id']), body.contact))
});

const onAir = operation({
	method: 'GET',
	path: '/broadcasts/now',
	right: null,
	summary: 'What is told to the whole hall now',
	body: null,
	answer: shape.nowOnAir,
	status: 200,
	async run({ hall }) {
		const now = await broadcastNow(hall);
		if (!now) return done({ broadcast: null });
		const { id, text, drill, calm, startedAt } = now;
		return done({ broadcast: { id, text, drill, calm, startedAt } });
	}
});

const start = operation({
	method: 'POST',
	path: '/broadcasts',
	right: 'broadcast:control',
	summary: 'Tell something to the whole hall at once, on every screen, voice and board, until two persons end it',
	body: shape.broadcastBody,
	answer: shape.broadcast,
	status: 201,
	async run({ hall, who, body }) {
		const { code, zh, en, drill, incident, override, intent } = body;
		const started = await startBroadcast(hall, who, { code, zh, en, drill, incident, override, intent });
		return started.ok ? done(liveView(hall, who, started.value)) : started;
	}
});

const SUMMARIES: Record<EndAct, string> = {
	ask: 'The first of two persons wants the broadcast ended',
	confirm: 'The second person confirms the end',
	keep: 'It stays: the wish to end it is taken back'
};

const ends = (['ask', 'confirm', 'keep'] as const).map((act) =>
	operation({
		method: 'POST',
		path: `/broadcasts/{id}/${act === 'keep' ? 'keep' : `${act}-end`}`,
		right: 'broadcast:control',
		summary: SUMMARIES[act],
		body: empty,
		answer: shape.broadcast,
		status: 200,
		async run({ hall, who, params }) {
			const ended = await endBroadcast(hall, who, Number(params['id']), act);
			return ended.ok ? done(liveView(hall, who, ended.value)) : ended;
		}
	})
);

export const INCIDENTS: AnyOperation[] = [list, report, silent, grade, contact, onAir, start, ...ends];
