import type { z } from 'zod';
import type { CaseRow } from '#db/schema.ts';
import { caseView } from '../cases/view.ts';
import { takeComplaint } from '../complaints/write-down.ts';
import { digestOf } from '../complaints/digest.ts';
import { exportComplaint } from '../complaints/export.ts';
import { turnIntoPetition } from '../complaints/petition.ts';
import { sameComplaints } from '../complaints/same.ts';
import { sortComplaint } from '../complaints/sort.ts';
import { complaintsAsked, complaintsView } from '../complaints/view.ts';
import type { Hall } from '../hall.ts';
import { done, refused, type Result } from '../result.ts';
import { caseNumber } from '../rules/cases/kinds.ts';
import { answerBy } from '../rules/cases/told.ts';
import { dayOf } from '../rules/day.ts';
import { codeText } from '../rules/visitor-code.ts';
import { oneCase } from './case-shapes.ts';
import * as shape from './complaint-shapes.ts';
import { operation, type AnyOperation } from './operation.ts';
import { empty } from './shapes.ts';

const take = operation({
	method: 'POST',
	path: '/complaints',
	right: 'opinion:take',
	summary: 'Take a complaint, what could not be done, or a matter of petition; the slip is printed with it',
	body: shape.takeBody,
	answer: shape.taken,
	status: 201,
	async run({ hall, who, body }) {
		const taken = await takeComplaint(hall, who, { ...body, opinion: null, from: null });
		return taken.ok ? done(takenView(hall, taken.value)) : taken;
	}
});

function takenView(hall: Hall, row: CaseRow): z.infer<typeof shape.taken> {
	const dayIn = (at: number | null): string | null => (at === null ? null : dayOf(at, hall.setup.timeZone));
	const days = { dueDay: dayIn(row.due_at), answerDay: dayIn(answerBy(row)) };
	return { id: row.id, number: caseNumber(row), code: codeText(row.code ?? ''), ...days };
}

const same = operation({
	method: 'POST',
	path: '/complaints/same',
	right: 'opinion:take',
	summary: 'What may be the same as what is being taken, among the complaints of the last weeks',
	body: shape.sameBody,
	answer: shape.same,
	status: 200,
	run: async ({ hall, who, body }) => done(await sameComplaints(hall, who, body))
});

const list = operation({
	method: 'GET',
	path: '/complaints/list/{filter}',
	right: 'case:see',
	summary: 'Fifty complaints, newest first: `list=open&class=conduct&route=hall&kind=complaint&before=4711`',
	body: null,
	answer: shape.list,
	status: 200,
	run: async ({ hall, who, params }) => done(await complaintsView(hall, who, complaintsAsked(params['filter'] ?? '')))
});

const digest = operation({
	method: 'GET',
	path: '/complaints/digest/{span}/{day}',
	right: 'figures:read',
	summary: 'Figures of the `week` or the `month` in which a day lies; no personal data',
	body: null,
	answer: shape.digest,
	status: 200,
	async run({ hall, params }) {
		const view = await digestOf(hall, params['span'] ?? '', params['day'] ?? '');
		return view ? done(view) : refused('bad-request', params['day']);
	}
});

const sort = operation({
	method: 'POST',
	path: '/complaints/{id}/sort',
	right: 'case:work',
	summary: 'Sort a complaint anew, or say why something could not be done; another way hands it on',
	body: shape.sortBody,
	answer: oneCase.nullable(),
	status: 200,
	async run({ hall, who, params, body }) {
		const id = idIn(params['id']);
		const sorted = await sortComplaint(hall, who, id, body);
		return sorted.ok ? done((await caseView(hall, who, id)) ?? null) : sorted;
	}
});

const petition = operation({
	method: 'POST',
	path: '/complaints/{id}/petition',
	right: 'case:work',
	summary: 'Turn a complaint into a matter of petition, a case of its own on the calendar of that law',
	body: shape.petitionBody,
	answer: shape.taken,
	status: 201,
	async run({ hall, who, params, body }) {
		const turned: Result<CaseRow> = await turnIntoPetition(hall, who, idIn(params['id']), body);
		return turned.ok ? done(takenView(hall, turned.value)) : turned;
	}
});

const file = operation({
	method: 'POST',
	path: '/complaints/{id}/export',
	right: 'case:read-any',
	summary: 'The whole file of one complaint with its hashes; that it was taken out stands in the ledger',
	body: empty,
	answer: shape.file,
	status: 200,
	run: ({ hall, who, params }) => exportComplaint(hall, who, idIn(params['id']))
});

/** What is no number is nobody's. */
function idIn(said: string | undefined): number {
	const id = Number(said);
	return Number.isSafeInteger(id) ? id : 0;
}

export const COMPLAINTS: AnyOperation[] = [take, same, list, digest, sort, petition, file];
