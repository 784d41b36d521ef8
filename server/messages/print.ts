import type { SlipRow } from '#db/schema.ts';
import { addSlip } from '#db/slips.ts';
import { textIn, words, type Lang } from '#display/words/index.ts';
import { answerSlip } from '#printer/slips/answer.ts';
import type { SlipLine } from '#printer/slips/lines.ts';
import { today, type Hall } from '../hall.ts';
import type { Who } from '../people/who.ts';
import { done, refused, type Result } from '../result.ts';
import { localText } from '../rules/day.ts';
import { printerGroup } from '../setup/places.ts';
import { designOf } from '../slips/design.ts';
import { addAct, openCall } from '../telephone/held.ts';
import { barredWording } from '../wording/written.ts';

/** An answer as it is printed. */
export interface PrintWish {
	text: string;
	lang: Lang;
	override: boolean;
}

interface AnswerBody {
	text: string;
	lang: Lang;
	staff: string;
}

/** Prints an answer that is too long to be written down (P-11), beside the desk of who answers: for who comes by. */
export function printAnswer(hall: Hall, who: Who, id: number, wish: PrintWish): Promise<Result<SlipRow>> {
	return hall.write(async (tx) => {
		const own = await openCall(tx, hall, who, id);
		if (!own.ok) return own;
		const group = groupOf(hall, who);
		if (group === null) return refused('slip-unknown', 'no printer');
		if (wish.text.trim() === '') return refused('text-needed', 'answer');
		const { text, lang, override } = wish;
		const written = { kind: 'telephone.answer', texts: [text], override, window: null, ticket: null };
		const barred = await barredWording(tx, hall, who, written);
		if (barred) return barred;
		const act = await addAct(tx, hall, who, { call: own.value, act: 'answer-printed', body: { group } });
		const body: AnswerBody = { text, lang, staff: who.staff ?? '' };
		const blank = { printer: null, state: 'queued', attempts: 0, reprint_of: null, reason: null } as const;
		const of = { hall: tx.hall, id: act.id, day: today(hall), kind: 'answer', ticket: null, group };
		const slip: SlipRow = { ...blank, ...of, body: JSON.stringify(body), created_at: act.at, changed_at: act.at };
		await addSlip(tx.k, slip);
		return done(slip);
	});
}

function groupOf({ setup }: Hall, who: Who): string | null {
	const at = setup.staff.get(who.staff ?? '')?.desk;
	const desk = setup.file.desks.find(({ code, main }) => (at == null ? main : code === at));
	return printerGroup(setup, null, desk?.zone ?? '');
}

/** The lines of that slip, in the language in which the answer was written. */
export function answerLines(hall: Hall, slip: SlipRow, columns: number): SlipLine[] {
	const { text, lang, staff } = JSON.parse(slip.body) as AnswerBody;
	const { name, phone } = hall.setup.file.hall;
	const at = localText(slip.created_at, hall.setup.timeZone);
	const facts = { hall: textIn(lang, name), text, staff, at, phone, reprint: slip.reprint_of !== null };
	return answerSlip(facts, words(lang).telephone.slip, columns, designOf(hall, 'answer', lang));
}
