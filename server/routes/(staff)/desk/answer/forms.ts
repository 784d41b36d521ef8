/** What is written at the desk: a question that is kept, and where somebody is sent. */
import type { Lang } from '#display/words/index.ts';
import type { ReferralDraft } from '#server/views.ts';

/** A question as it is noted. */
export interface Noted {
	text: string;
	/** code; empty where nobody knows yet */
	department: string;
	contact: 'page' | 'call';
	name: string;
	phone: string;
}

export function blankRecord(text: string): Noted {
	return { text, department: '', contact: 'page', name: '', phone: '' };
}

/** Whether a question can be kept: who wants to be called has left a telephone. */
export function isSendable({ text, contact, phone }: Noted): boolean {
	return text.trim() !== '' && (contact === 'page' || phone.trim() !== '');
}

export function recordWish(
	{ text, department, contact, name, phone }: Noted,
	of: { words: string; lang: Lang; intent: string }
): object {
	const whom = contact === 'call' ? { name, phone } : { name };
	return { text, department: department === '' ? null : department, contact, ...whom, ...of };
}

export const REFERRAL_INPUTS = ['place', 'way', 'who', 'phone', 'hours', 'bring'] as const;
export type ReferralInput = (typeof REFERRAL_INPUTS)[number];

export interface Referral {
	/** key of what it is made from; null where all is written by hand */
	key: string | null;
	title: string;
	fields: { [F in ReferralInput]?: string };
}

export function blankReferral(key: string | null): Referral {
	return { key, title: '', fields: {} };
}

export function knownOf(known: ReferralDraft): Referral['fields'] {
	return Object.fromEntries(REFERRAL_INPUTS.map((field) => [field, known[field].zh]));
}
