import type { CaseRow } from '#db/schema.ts';
import type { Tx } from '#db/group.ts';
import { actInCase } from '../cases/act.ts';
import { personIn } from '../cases/asker.ts';
import { noteCase, type HeldCase } from '../cases/held.ts';
import type { Hall } from '../hall.ts';
import type { Who } from '../people/who.ts';
import { factsIn } from '../referrals/view.ts';
import { referIn, type ReferralWish } from '../referrals/give.ts';
import { refused, type Refused, type Result } from '../result.ts';
import { allowedActs } from '../rules/cases/step.ts';
import type { ReferralFacts } from '../rules/referral.ts';
import { barredWording } from '../wording/written.ts';
import { holdQuestion, isOwed } from './held.ts';

/**
 * Cannot be answered here: the visitor is told where it is answered and how to get there, or it is refused (G-03). The
 * referral stands in the case first; without it the act of the kind is too early, whoever asks for it by whatever way.
 */
export function referQuestion(
	hall: Hall,
	who: Who,
	id: number,
	{ text, ...wish }: ReferralWish & { text: string }
): Promise<Result<CaseRow>> {
	return hall.write(async (tx) => {
		const held = await holdQuestion(tx, hall, who, id);
		if (!held.ok) return held;
		const barred =
			notAllowed(hall, who, held.value) ?? (await barredText(tx, hall, who, { text, override: wish.override }));
		if (barred) return barred;
		const given = await referIn(tx, hall, who, { wish, case: id });
		if (!given.ok) return given;
		await noteReferral(tx, hall, who, { row: held.value.row, referral: given.value.id });
		const said = toldBy(text, factsIn(given.value));
		// What a person wrote has been looked at; what the base says was looked at when it was written.
		const act = { act: 'cannot-answer', text: said, days: null, override: true };
		return actInCase(tx, hall, who, { held: held.value, wish: act });
	});
}

function notAllowed(hall: Hall, who: Who, { kind, row }: HeldCase): Refused | undefined {
	if (!isOwed(row)) return refused('wrong-stage', row.stage);
	const may = allowedActs(kind, row, personIn(hall, who)).some(([act]) => act === 'cannot-answer');
	return may ? undefined : refused('not-your-case', row.owner);
}

/** With `override` it is recorded when it is written into the case. */
function barredText(
	tx: Tx,
	hall: Hall,
	who: Who,
	{ text, override }: { text: string; override: boolean }
): Promise<Refused | undefined> {
	if (override) return Promise.resolve(undefined);
	return barredWording(tx, hall, who, { kind: 'referral', texts: [text], override, window: null, ticket: null });
}

async function noteReferral(
	tx: Tx,
	hall: Hall,
	who: Who,
	{ row, referral }: { row: CaseRow; referral: number }
): Promise<void> {
	await noteCase(tx, hall, who, { row, note: { name: 'case.referred', act: 'referral', body: { referral } } });
}

/** What the visitor reads on the page of the code. */
function toldBy(text: string, { place, way, who, phone, hours }: ReferralFacts): string {
	const facts = [
		['地点', place.zh],
		['怎么去', way.zh],
		['找谁', who.zh],
		['电话', phone.zh],
		['时间', hours.zh]
	].flatMap(([name = '', value = '']) => (value === '' ? [] : [`${name}：${value}`]));
	return [text.trim(), ...facts].filter((line) => line !== '').join('\n');
}
