import { caseByCode } from '#db/cases.ts';
import { noticeByCode } from '#db/notices.ts';
import type { Hall } from '../hall.ts';
import type { Who } from '../people/who.ts';
import type { Result } from '../result.ts';
import { byTypedCode } from './guess.ts';

/** What the twelve digits of a visitor are of. */
export interface CodeOf {
	code: string;
	of: 'notice' | 'case';
}

/** Tells where a typed code leads, so that a keypad need not ask which it is; limited as every guess. */
export function whatIs(hall: Hall, who: Who, code: string): Promise<Result<CodeOf>> {
	return byTypedCode(hall, who, { typed: { code, device: null }, unknown: 'code-unknown' }, async (read) => {
		if (await noticeByCode(hall.read, hall.id, read)) return { code: read, of: 'notice' as const };
		return (await caseByCode(hall.read, hall.id, read)) && { code: read, of: 'case' as const };
	});
}
