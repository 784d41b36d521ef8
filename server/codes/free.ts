import { randomInt } from 'node:crypto';
import { caseByCode } from '#db/cases.ts';
import type { Tx } from '#db/group.ts';
import { noticeByCode } from '#db/notices.ts';
import { VISITOR_CODES, visitorCode } from '../rules/visitor-code.ts';

/** A code that leads nowhere yet: whatever is typed in opens one notice or one case, never two things. */
export async function freeCode(tx: Tx): Promise<string> {
	for (;;) {
		const code = visitorCode(randomInt(VISITOR_CODES));
		const taken = (await noticeByCode(tx.k, tx.hall, code)) ?? (await caseByCode(tx.k, tx.hall, code));
		if (!taken) return code;
	}
}
