import type { TelephoneView } from '#server/views.ts';

/** What can be done on the page of the telephone. */
export type Verb =
	| 'begin'
	| 'hold'
	| 'resume'
	| 'end'
	| 'check'
	| 'record'
	| 'transfer'
	| 'call-back'
	| 'case'
	| 'answer'
	| 'nuisance'
	| 'ready'
	| 'not-ready'
	| 'sign-off'
	| 'search';

/** The key of each, as `KeyboardEvent.code`. */
export const KEYS: Record<Verb, string> = {
	begin: 'KeyN',
	hold: 'KeyH',
	resume: 'KeyH',
	end: 'KeyE',
	check: 'KeyI',
	record: 'KeyR',
	transfer: 'KeyT',
	'call-back': 'KeyK',
	case: 'KeyL',
	answer: 'KeyD',
	nuisance: 'KeyX',
	ready: 'KeyG',
	'not-ready': 'KeyB',
	'sign-off': 'KeyO',
	search: 'KeyQ'
};

/** What can be done now. The server decides; this only leaves out what cannot be meant. */
export function verbsOf(view: TelephoneView): Verb[] {
	return [...seatVerbs(view), ...callVerbs(view), 'search'];
}

/** One is at the telephone, or not: talking and wrapping up are not chosen. */
export function seatVerbs({ seat: { state } }: TelephoneView): Verb[] {
	if (state === 'talking' || state === 'wrap-up') return [];
	return (['ready', 'not-ready', 'sign-off'] as const).filter((verb) => NAMES[verb] !== state);
}

const NAMES = { ready: 'ready', 'not-ready': 'not-ready', 'sign-off': 'signed-off' } as const;

/** What can be done with the own call, or to begin one. */
export function callVerbs({ current, byHand, takes }: TelephoneView): Verb[] {
	if (!current) return byHand ? ['begin'] : [];
	const talks = current.state === 'talking';
	const live = talks || current.state === 'held';
	const can: Partial<Record<Verb, boolean>> = {
		hold: talks && current.system === 'hand',
		resume: current.state === 'held' && current.system === 'hand',
		end: live && current.system === 'hand',
		check: true,
		record: current.checked,
		transfer: live,
		'call-back': true,
		case: takes.length > 0,
		answer: true,
		nuisance: current.caller !== null
	};
	return ORDER.filter((verb) => can[verb] === true);
}

const ORDER: readonly Verb[] = [
	...(['hold', 'resume', 'end', 'check', 'record', 'transfer', 'call-back', 'case', 'answer', 'nuisance'] as const)
];

/** A key as it stands on the keyboard. */
export function keyName(verb: Verb): string {
	return KEYS[verb].replace('Key', '');
}
