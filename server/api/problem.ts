import { words, type Lang } from '#display/words/index.ts';
import type { Refused } from '../result.ts';
import type { RefusalCode } from '../rules/refusal.ts';

/** RFC 9457, with a stable code and the sentence in Chinese and English. */
export interface ProblemDocument {
	type: string;
	title: string;
	status: number;
	detail: string;
	code: RefusalCode;
	zh: string;
	en: string;
}

/** What most refusals are: a wish that does not fit how things stand. */
const CONFLICT = 409;

const STATUS: Partial<Record<RefusalCode, number>> = {
	'bad-request': 400,
	'reason-needed': 400,
	'item-unknown': 404,
	'class-unknown': 404,
	'ticket-unknown': 404,
	'window-unknown': 404,
	'queue-unknown': 404,
	'staff-unknown': 404,
	'slip-unknown': 404,
	'slips-faulty': 400,
	'sign-unreadable': 400,
	'sign-too-large': 400,
	'printer-unknown': 404,
	'device-unknown': 404,
	'group-unknown': 404,
	'appointment-unknown': 404,
	'alarm-unknown': 404,
	'lease-unknown': 404,
	'slot-unknown': 404,
	'intake-unknown': 404,
	'notice-unknown': 404,
	'notice-empty': 400,
	'basis-needed': 400,
	'material-unknown': 400,
	'due-day-invalid': 400,
	'way-unknown': 400,
	'identity-needed': 400,
	'identity-invalid': 400,
	'card-forgotten': 410,
	'case-unknown': 404,
	'code-unknown': 404,
	'place-unknown': 404,
	'text-needed': 400,
	'consent-needed': 400,
	'phone-invalid': 400,
	'matter-unknown': 404,
	'delivery-unknown': 404,
	'personal-gone': 410,
	'days-needed': 400,
	'not-your-case': 403,
	'conflict-of-interest': 403,
	'help-unknown': 404,
	'knowledge-unknown': 404,
	'knowledge-not-yours': 403,
	'knowledge-own': 403,
	'line-in-check': 409,
	'check-not-there': 409,
	'broadcast-unknown': 404,
	'broadcast-person': 403,
	'broadcast-long': 400,
	'broadcast-signs': 400,
	'incident-unknown': 404,
	'contact-unknown': 404,
	'good-unknown': 404,
	'loan-unknown': 404,
	'borrower-needed': 400,
	'service-unknown': 404,
	'receiver-needed': 400,
	'note-unknown': 404,
	'note-times': 400,
	'round-unknown': 404,
	'not-a-photo': 400,
	'photo-tells-more': 400,
	'photo-too-large': 413,
	'call-unknown': 404,
	'message-unknown': 404,
	'not-your-call': 403,
	'identity-unchecked': 403,
	'transfer-consent': 400,
	'number-needed': 400,
	'email-invalid': 400,
	'phone-class-unknown': 400,
	'not-found': 404,
	'signed-out': 401,
	'wrong-credentials': 401,
	'not-allowed': 403,
	'not-your-ticket': 403,
	'own-service': 403,
	'same-person': 403,
	locked: 429,
	'too-many-tries': 429,
	'too-large': 413,
	internal: 500,
	'database-busy': 503,
	'disk-full': 507
};

/** The document of a refusal: title in the asked language, detail names what exactly. */
export function problemOf({ refusal, detail }: Refused, lang: Lang): ProblemDocument {
	const zh = words('zh-CN').refusals[refusal].visitor;
	const en = words('en').refusals[refusal].visitor;
	return {
		type: `urn:guidedesk:problem:${refusal}`,
		title: words(lang).refusals[refusal].visitor,
		status: STATUS[refusal] ?? CONFLICT,
		detail: detail ?? '',
		code: refusal,
		zh,
		en
	};
}
