import type { QuestionChannel } from '#db/schema.ts';
import type { AskedKind } from '../rules/cases/question.ts';
import type { SayOrigin, Saying } from '../say/given.ts';
import { askIn } from './ask.ts';

const CHANNEL: Record<SayOrigin, QuestionChannel> = { kiosk: 'kiosk', phone: 'page', desk: 'desk', window: 'window' };

/** What visitors ask, and what they leave to be answered, at any hour (K-09, K-10). */
export const ASKING: readonly Saying[] = [saying('question'), saying('message')];

function saying(kind: AskedKind): Saying {
	return {
		kind,
		open: (tx, hall, who, { text, lang, origin, ticket, department, contact, person, intent }) =>
			askIn(tx, hall, who, {
				...{ kind, text, words: '', department, item: null, contact, person },
				...{ ticket: ticket?.id ?? null, channel: CHANNEL[origin], lang, receipt: null, intent }
			})
	};
}
