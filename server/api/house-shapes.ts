/** The shapes of tasks, notes to staff and rounds of inspection. */
import { z } from 'zod';
import { INSPECTION_STATES, NOTE_STATES, ROLES } from '#db/schema.ts';
import { code, text } from './basic-shapes.ts';
import { caseLine } from './case-shapes.ts';
import { intent } from './shapes.ts';

const day = z.iso.date();
const words = z.string().max(2000);
const staffNumber = code.meta({ description: 'staff number' });
const person = z.object({ no: z.string(), role: z.string() });
const place = z.object({ code: z.string(), name: text });

export const caseHead = {
	seq: z.int(),
	hall: text,
	staff: z.object({ no: z.string(), role: z.string(), oversees: z.boolean(), reads: z.boolean() }),
	timeZone: z.string()
};

// ---- tasks ----

export const taskBody = z.strictObject({
	title: z.string().max(120),
	text: words.default(''),
	staff: z.array(staffNumber).max(100).default([]),
	desks: z.array(code).max(20).default([]),
	day: day.meta({ description: 'the last day in time' }),
	urgent: z.boolean().default(false),
	intent
});

export const taskList = z
	.object({
		...caseHead,
		list: z.enum(['own', 'given', 'overdue', 'open']),
		cases: z.array(caseLine.extend({ givenBy: z.string(), found: z.boolean() })),
		counts: z.object({ own: z.int(), given: z.int(), overdue: z.int(), open: z.int() }),
		gives: z.boolean(),
		people: z.array(person),
		desks: z.array(place)
	})
	.meta({ id: 'Tasks' });

export const givenTasks = z
	.array(z.object({ id: z.int(), number: z.string(), owner: z.string() }))
	.meta({ id: 'GivenTasks' });

// ---- notes ----

const audience = z.strictObject({
	roles: z.array(z.enum(ROLES).exclude(['kiosk', 'display'])).default([]),
	desks: z.array(code).max(50).default([]),
	windows: z.array(code).max(200).default([]),
	persons: z.array(staffNumber).max(500).default([])
});

export const noteBody = z.strictObject({
	note: z.int().nullable().default(null).meta({ description: 'of which it is a new version' }),
	title: z.string().max(80),
	text: z.string().max(500),
	mustRead: z.boolean().default(false),
	to: audience,
	untilAt: z.int(),
	readByAt: z.int().nullable().default(null).meta({ description: 'who has not read it by then is told of' }),
	intent
});
export const readBody = z.strictObject({ version: z.int().min(1) });

const note = z.object({
	note: z.int(),
	version: z.int(),
	title: z.string(),
	text: z.string(),
	mustRead: z.boolean(),
	writtenAt: z.int(),
	writtenBy: z.string()
});

export const writtenNote = note
	.extend({
		state: z.enum(NOTE_STATES),
		to: z.object({
			roles: z.array(z.enum(ROLES)),
			desks: z.array(z.string()),
			windows: z.array(z.string()),
			persons: z.array(z.string())
		}),
		untilAt: z.int(),
		readByAt: z.int().nullable(),
		over: z.boolean(),
		reads: z.array(z.object({ staff: z.string(), place: z.string(), at: z.int(), version: z.int() })),
		unread: z.object({ persons: z.array(z.string()), places: z.array(z.string()) }),
		acts: z.array(z.enum(['rewrite', 'withdraw']))
	})
	.meta({ id: 'WrittenNote' });

export const notes = z
	.object({
		seq: z.int(),
		hall: text,
		timeZone: z.string(),
		staff: person,
		unread: z.array(note),
		read: z.array(note),
		writes: z.boolean(),
		all: z.array(writtenNote),
		people: z.array(person),
		desks: z.array(place),
		windows: z.array(place)
	})
	.meta({ id: 'Notes' });

// ---- rounds ----

export const areaBody = z.strictObject({
	round: code,
	day,
	area: code,
	marks: z
		.array(
			z.strictObject({
				criterion: code,
				score: z.int().min(0).max(5).meta({ description: '5 or 0 where it is in order or not' }),
				remark: z.string().max(500).default(''),
				rectify: z
					.strictObject({ owner: staffNumber.nullable().default(null), day: day.nullable().default(null) })
					.nullable()
					.default(null)
					.meta({ description: 'it is to be put right: a task for the owner, until the day' })
			})
		)
		.max(40),
	scoredAt: z.int().meta({ description: 'ms; a phone without a line tells of it later' }),
	intent
});

export const photoBody = z.strictObject({
	area: code,
	criterion: code,
	jpeg: z.base64().max(2_000_000).meta({ description: 'a JPEG without EXIF, in base64' })
});
export const photo = z.object({ hash: z.string(), bytes: z.int() }).meta({ id: 'InspectionPhoto' });

const areaOfRound = z.object({
	code: z.string(),
	name: text,
	zone: text,
	owner: z.string().nullable(),
	criteria: z.array(z.object({ code: z.string(), name: text, kind: z.enum(['score', 'ok']), weight: z.int() })),
	score: z.int().nullable(),
	staff: z.string().nullable(),
	at: z.int().nullable(),
	marks: z.array(
		z.object({
			criterion: z.string(),
			score: z.int(),
			remark: z.string(),
			task: z.object({ id: z.int(), number: z.string(), sees: z.boolean() }).nullable(),
			photo: z.string().nullable()
		})
	)
});

const inspection = z
	.object({
		plan: z.string(),
		name: text,
		day: z.string(),
		id: z.int().nullable(),
		state: z.enum([...INSPECTION_STATES, 'planned']),
		dueAt: z.int(),
		doneAt: z.int().nullable(),
		score: z.int().nullable(),
		areas: z.array(areaOfRound)
	})
	.meta({ id: 'Inspection' });

export const rounds = z
	.object({
		hall: text,
		timeZone: z.string(),
		day: z.string(),
		staff: person,
		makes: z.boolean(),
		rounds: z.array(inspection),
		people: z.array(person),
		rectifyBy: z.string()
	})
	.meta({ id: 'Rounds' });
