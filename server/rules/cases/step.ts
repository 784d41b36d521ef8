/**
 * What a case goes through. `stepCase` is the only place that says what may follow what.
 *
 * OPEN: in one of its kind's stages, with an owner and, as a rule, a due time. It is acted on as the stage allows.
 * OFFERED: open, and handed to somebody, or to a desk or department, who has not yet accepted. The owner stays the owner
 *   and can go on working; whoever it was offered to accepts or declines; after the policy's time the offer falls back.
 * TAKEN: an overseer steps in and becomes the owner at once.
 * JOINED: closed, because it is the same matter as another case, which goes on.
 * CLOSED: over, with an outcome. Nothing follows.
 *
 * The owner is never nobody. Who was asked first 首问 stays on the case for good, whoever owns it later.
 */
import type { CaseRow } from '#db/schema.ts';
import { acted, entered, hurried } from './acts.ts';
import { nextMoment } from './clock.ts';
import { answered, joined, offered, taken, withdrawn } from './hand.ts';
import type { CaseAct, CaseKind } from './kind.ts';
import { isConflict, standings, type CasePerson } from './standing.ts';
import { no, type CaseAction, type CaseRefused, type CaseTime, type Given } from './given.ts';

export type CaseStep = { ok: true; row: CaseRow } | CaseRefused;

/** The case after an action. Refuses what its stage, or how the person stands to it, does not allow; changes nothing then. */
export function stepCase(
	kind: CaseKind,
	row: CaseRow,
	{ action, person }: { action: CaseAction; person: CasePerson },
	time: CaseTime
): CaseStep {
	if (row.state === 'closed') return no('case-closed');
	if (isConflict(kind, row.concerned, person.staff) && !mayAsConcerned(kind, row, action))
		return no('conflict-of-interest');
	const next = changed({ kind, row, person, time }, action);
	return 'ok' in next ? next : { ok: true, row: timed(kind, next, time) };
}

/** A case as its kind begins it: in the first stage, with its due time. */
export function beginCase(kind: CaseKind, row: CaseRow, time: CaseTime): CaseRow {
	return timed(kind, entered(kind, { ...row, stage: kind.first }, time), time);
}

/** An open case that turns out to be urgent. */
export function hurryCase(kind: CaseKind, row: CaseRow, time: CaseTime): CaseRow {
	return timed(kind, hurried(kind, row, time), time);
}

/** What a person can do now, with the act's data; in the order of the kind. */
export function allowedActs(kind: CaseKind, row: CaseRow, person: CasePerson): [string, CaseAct][] {
	if (row.state === 'closed') return [];
	const as = standings(kind, row, person);
	const acts = Object.entries(kind.stages[row.stage]?.acts ?? {});
	return acts.filter(([, act]) => act.by.some((one) => as.has(one)));
}

function changed(given: Given, action: CaseAction): CaseRow | CaseRefused {
	switch (action.type) {
		case 'act':
			return acted(given, action);
		case 'offer':
			return offered(given, action.to);
		case 'accept':
		case 'decline':
			return answered(given, action.type);
		case 'withdraw':
			return withdrawn(given);
		case 'take':
			return taken(given);
		case 'join':
			return joined(given, action.to);
	}
}

function mayAsConcerned(kind: CaseKind, row: CaseRow, action: CaseAction): boolean {
	if (action.type !== 'act') return false;
	return kind.stages[row.stage]?.acts[action.act]?.by.includes('concerned') === true;
}

function timed(kind: CaseKind, row: CaseRow, time: CaseTime): CaseRow {
	return { ...row, next_at: nextMoment(kind, row, time) };
}
