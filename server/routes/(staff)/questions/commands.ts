/** What can be done with a question that is open: which command asks for what, and the wish that it makes. */
import { isBarred } from '#display/words/wording/check.ts';
import type { ReferralDraft, QuestionView } from '#server/views.ts';

/** The fields of a referral that are written here; what to bring comes with the thing itself. */
export const REFERRAL_INPUTS = ['place', 'way', 'who', 'phone', 'hours'] as const;
export type ReferralInput = (typeof REFERRAL_INPUTS)[number];

export type CommandKind = 'act' | 'accept' | 'send' | 'not-ours' | 'refer' | 'draft' | 'person';

export interface QuestionCommand {
	kind: CommandKind;
	/** the act of the case; else the kind */
	name: string;
	/** `KeyboardEvent.code`, and what stands beside the label */
	code: string;
	shown: string;
	text: 'needed' | 'free' | 'none';
	/** a visitor reads the text */
	read: boolean;
}

/** What stands in the form of a command. */
export interface QuestionForm {
	command: QuestionCommand;
	text: string;
	override: boolean;
	/** code; empty where none is chosen */
	department: string;
	referral: Record<ReferralInput, string>;
	intent: string;
}

/** These acts have a form of their own. */
const SPECIAL = new Set(['cannot-answer', 'not-ours']);

const KEYS: Record<Exclude<CommandKind, 'act'>, string> = {
	accept: 'A',
	send: 'S',
	'not-ours': 'N',
	refer: 'R',
	draft: 'E',
	person: 'P'
};

/** Everything that can be done now: what is taken over first, then acts by figures, then the rest by letters. */
export function commandsOf(one: QuestionView): QuestionCommand[] {
	const { acts, hands, person } = one.case;
	const own = acts.filter(({ act }) => !SPECIAL.has(act));
	return [
		...(hands.includes('accept') ? [special('accept')] : []),
		...own.map(({ act, text, read }, at): QuestionCommand => {
			const shown = at < 9 ? String(at + 1) : '';
			return { kind: 'act', name: act, code: `Digit${shown}`, shown, text, read };
		}),
		...(one.may.send ? [special('send', 'free')] : []),
		...(one.may.notOurs ? [special('not-ours', 'free')] : []),
		...(one.may.refer ? [special('refer', 'free', true)] : []),
		...(one.may.draft ? [special('draft')] : []),
		...(person?.opens === true ? [special('person')] : [])
	];
}

function special(
	kind: Exclude<CommandKind, 'act'>,
	text: QuestionCommand['text'] = 'none',
	read = false
): QuestionCommand {
	return { kind, name: kind, code: `Key${KEYS[kind]}`, shown: KEYS[kind], text, read };
}

/** Whether a command asks for nothing. */
export function isPlain({ kind, text }: QuestionCommand): boolean {
	return kind === 'accept' || kind === 'draft' || kind === 'person' || (kind === 'act' && text === 'none');
}

export function blankForm(command: QuestionCommand, intent: string): QuestionForm {
	const referral = { place: '', way: '', who: '', phone: '', hours: '' };
	return { command, text: '', override: false, department: '', referral, intent };
}

/** What is known of a place, ready to be changed. */
export function knownOf(known: ReferralDraft): QuestionForm['referral'] {
	const { place, way, who, phone, hours } = known;
	return { place: place.zh, way: way.zh, who: who.zh, phone: phone.zh, hours: hours.zh };
}

/** Whether everything that is needed stands there, and nothing that must not go out. */
export function isFilled({ command, text, override, department, referral }: QuestionForm): boolean {
	if (command.read && isBarred(text, override)) return false;
	if (command.kind === 'send') return department !== '';
	if (command.kind === 'refer') return referral.place.trim() !== '' && referral.way.trim() !== '';
	return command.text !== 'needed' || text.trim() !== '';
}

/** Where a command goes, below the API, and with what. */
export function wishOf(
	id: number,
	{ command, text, override, department, referral, intent }: QuestionForm
): { path: string; body: Record<string, unknown> } {
	const question = `/questions/${String(id)}/${command.kind}`;
	switch (command.kind) {
		case 'act':
			return { path: `/cases/${String(id)}/act`, body: { act: command.name, text: text.trim(), override } };
		case 'accept':
			return { path: `/cases/${String(id)}/accept`, body: {} };
		case 'person':
			return { path: `/cases/${String(id)}/open`, body: { reason: 'call' } };
		case 'draft':
			return { path: question, body: {} };
		case 'send':
			return { path: question, body: { department, text: text.trim() } };
		case 'not-ours':
			return { path: question, body: { department: department === '' ? null : department, text: text.trim() } };
		case 'refer': {
			const key = department === '' ? null : `department:${department}`;
			return { path: question, body: { text: text.trim(), key, written: referral, override, intent, print: true } };
		}
	}
}
