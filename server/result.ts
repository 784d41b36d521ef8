import type { RefusalCode } from '#server/rules/refusal.ts';

/** What is expected to be refused is a value; what is our mistake is thrown. */
export type Result<T> = { ok: true; value: T } | Refused;

export interface Refused {
	ok: false;
	refusal: RefusalCode;
	/** what exactly, for the reader of the problem document: `reason: required` */
	detail?: string;
}

export function refused(refusal: RefusalCode, detail?: string): Refused {
	return detail === undefined ? { ok: false, refusal } : { ok: false, refusal, detail };
}

export function done<T>(value: T): Result<T> {
	return { ok: true, value };
}
