import { z } from 'zod';
import { keepPhoto } from '../inspections/photos.ts';
import { scoreArea } from '../inspections/score.ts';
import { roundsView } from '../inspections/view.ts';
import { readNote } from '../notes/read.ts';
import { notesView, writtenNoteOf } from '../notes/view.ts';
import { withdrawNote, writeNote } from '../notes/write.ts';
import { done, refused } from '../result.ts';
import { caseNumber } from '../rules/cases/kinds.ts';
import { isDay } from '../rules/day.ts';
import { giveTask } from '../tasks/give.ts';
import { isTaskList, tasksView } from '../tasks/view.ts';
import * as shape from './house-shapes.ts';
import { operation, type AnyOperation } from './operation.ts';
import { empty } from './shapes.ts';

const tasks = operation({
	method: 'GET',
	path: '/tasks/list/{list}',
	right: 'case:see',
	summary: 'Tasks: `own`, `given`, `overdue` or `open`, at most two hundred; worked on as cases',
	body: null,
	answer: shape.taskList,
	status: 200,
	async run({ hall, who, params }) {
		const asked = params['list'] ?? '';
		return isTaskList(asked) ? done(await tasksView(hall, who, asked)) : refused('bad-request', asked);
	}
});

const give = operation({
	method: 'POST',
	path: '/tasks',
	right: 'task:give',
	summary: 'Give a task to members of staff and desks; each gets one of its own',
	body: shape.taskBody,
	answer: shape.givenTasks,
	status: 201,
	async run({ hall, who, body }) {
		const given = await giveTask(hall, who, body);
		return given.ok
			? done(given.value.map((row) => ({ id: row.id, number: caseNumber(row), owner: row.owner })))
			: given;
	}
});

const notes = operation({
	method: 'GET',
	path: '/staff-notes',
	right: 'note:see',
	summary: 'Notes to staff: those for this person, and for who watches the hall all of them with who has read them',
	body: null,
	answer: shape.notes,
	status: 200,
	run: async ({ hall, who }) => done(await notesView(hall, who))
});

const write = operation({
	method: 'POST',
	path: '/staff-notes',
	right: 'note:write',
	summary: 'Write a note to staff, or a new version of one, which is read anew',
	body: shape.noteBody,
	answer: shape.writtenNote,
	status: 201,
	async run({ hall, who, body }) {
		const written = await writeNote(hall, who, body);
		return written.ok ? done(await writtenNoteOf(hall, who, written.value)) : written;
	}
});

const withdraw = operation({
	method: 'POST',
	path: '/staff-notes/{id}/withdraw',
	right: 'note:write',
	summary: 'Take a note back',
	body: empty,
	answer: shape.writtenNote,
	status: 200,
	async run({ hall, who, params }) {
		const withdrawn = await withdrawNote(hall, who, idIn(params));
		return withdrawn.ok ? done(await writtenNoteOf(hall, who, withdrawn.value)) : withdrawn;
	}
});

const read = operation({
	method: 'POST',
	path: '/staff-notes/{id}/read',
	right: 'note:read',
	summary: 'Say that this version of a note has been read; programs read nothing',
	body: shape.readBody,
	answer: z.object({ at: z.int() }).meta({ id: 'NoteRead' }),
	status: 200,
	async run({ hall, who, params, body }) {
		const kept = await readNote(hall, who, idIn(params), body.version);
		return kept.ok ? done({ at: kept.value.at }) : kept;
	}
});

const rounds = operation({
	method: 'GET',
	path: '/inspections/{day}',
	right: 'inspection:read',
	summary: 'The rounds of inspection of a day, or of `today`, with what was found',
	body: null,
	answer: shape.rounds,
	status: 200,
	async run({ hall, who, params }) {
		const { day = '' } = params;
		if (day === 'today') return done(await roundsView(hall, who));
		return isDay(day) ? done(await roundsView(hall, who, day)) : refused('bad-request', day);
	}
});

const score = operation({
	method: 'POST',
	path: '/inspections',
	right: 'inspection:make',
	summary: 'Write down an area of a round: every criterion it has, what is to be put right and by whom',
	body: shape.areaBody,
	answer: z.object({ inspection: z.int(), area: z.string(), score: z.int() }).meta({ id: 'InspectedArea' }),
	status: 201,
	async run({ hall, who, body }) {
		const scored = await scoreArea(hall, who, body);
		if (!scored.ok) return scored;
		const { inspection, area, score: reached } = scored.value;
		return done({ inspection, area, score: reached });
	}
});

const photo = operation({
	method: 'POST',
	path: '/inspections/{id}/photos',
	right: 'inspection:make',
	summary: 'Keep the photograph of a mark, one each; a JPEG that tells neither place nor camera',
	body: shape.photoBody,
	largest: 2_100_000,
	answer: shape.photo,
	status: 201,
	async run({ hall, who, params, body }) {
		const of = { inspection: idIn(params), area: body.area, criterion: body.criterion };
		const kept = await keepPhoto(hall, who, { of, jpeg: Buffer.from(body.jpeg, 'base64') });
		return kept.ok ? done({ hash: kept.value.hash, bytes: kept.value.bytes }) : kept;
	}
});

export const HOUSE: AnyOperation[] = [tasks, give, notes, write, withdraw, read, rounds, score, photo];

/** No ledger line has the number 0. */
function idIn(params: Readonly<Record<string, string>>): number {
	const id = Number(params['id']);
	return Number.isSafeInteger(id) ? id : 0;
}
