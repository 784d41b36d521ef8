import type { Tx } from '#db/group.ts';
import { addQuestion } from '#db/questions.ts';
import type { CaseRow, Contact, QuestionChannel, Role } from '#db/schema.ts';
import type { Lang } from '#display/words/index.ts';
import { caseByIntent } from '#db/cases.ts';
import { openCase, type CaseWish } from '../cases/open.ts';
import { freestOwner } from '../cases/owner.ts';
import { printReceipt, type ReceiptAt } from '../follow/receipt.ts';
import type { Hall } from '../hall.ts';
import { isAllowed } from '../people/access.ts';
import type { Who } from '../people/who.ts';
import { keepSealed, readPersonal, type PersonalData } from '../personal/keep.ts';
import { done, refused, type Refused, type Result } from '../result.ts';
import { ASKED_KINDS, type AskedKind } from '../rules/cases/question.ts';
import { sendTo } from './send.ts';

/** What a visitor wants to know, and how the answer is to come. */
export interface AskWish {
	kind: AskedKind;
	text: string;
	/** what was searched and not found; empty where nothing was */
	words: string;
	/** code of the department that can answer it; null where nobody knows yet */
	department: string | null;
	/** code of an item; its department answers where none is named */
	item: string | null;
	contact: Contact;
	/** sealed; nothing of it is needed but a telephone where the visitor wants to be called */
	person: PersonalData;
	ticket: number | null;
	channel: QuestionChannel;
	lang: Lang;
	/** where the receipt comes out; null for none */
	receipt: ReceiptAt | null;
	intent: string;
}

/** Who takes what comes without anybody of the staff: the desk, else whoever supervises. */
const ROLES: readonly Role[] = ['guide', 'supervisor', 'administrator'];
/** So much of it stands in the lists. */
const SHOWN = 60;

/** Keeps a question or a message: with an owner and a due time at once, sent to its department where that is known (Q-03, P-05). */
export function askQuestion(hall: Hall, who: Who, wish: AskWish): Promise<Result<CaseRow>> {
	return hall.write((tx) => askIn(tx, hall, who, wish));
}

/** The same within a verb. */
export async function askIn(tx: Tx, hall: Hall, who: Who, wish: AskWish): Promise<Result<CaseRow>> {
	const known = await caseByIntent(tx.k, tx.hall, wish.intent);
	if (known) return done(known);
	const person = readPersonal(wish.person);
	if (!person.ok) return person;
	const fault = faultIn(hall, wish, person.value);
	if (fault) return fault;
	const owner = await ownerFor(tx, hall, who);
	if (owner === undefined) return refused('staff-unknown');
	const opened = await openCase(tx, hall, who, caseWish(hall, who, { wish, owner }));
	return opened.ok ? done(await kept(tx, hall, who, { row: opened.value, wish, person: person.value })) : opened;
}

function caseWish(hall: Hall, who: Who, { wish, owner }: { wish: AskWish; owner: string }): CaseWish {
	const { kind, text, contact, ticket, item, intent } = wish;
	return {
		...{ kind, owner, about: shortOf(text), text, contact, ticket, item, intent, window: who.window ?? null },
		department: wish.department ?? hall.setup.items.get(item ?? '')?.department ?? null,
		desk: hall.setup.staff.get(owner)?.desk ?? null
	};
}

async function kept(
	tx: Tx,
	hall: Hall,
	who: Who,
	{ row, wish, person }: { row: CaseRow; wish: AskWish; person: PersonalData }
): Promise<CaseRow> {
	const { channel, words, lang } = wish;
	await addQuestion(tx.k, { hall: tx.hall, case: row.id, channel, words, lang, entry: null });
	await keepSealed(tx, hall, who, { at: { subject: 'case', of: row.id }, data: person });
	const sent =
		row.department === null ? row : await sendTo(tx, hall, who, { row, department: row.department, text: '' });
	if (wish.receipt) await printReceipt(tx, hall, who, { row: sent, at: { ...wish.receipt, lang } });
	return sent;
}

function faultIn(hall: Hall, wish: AskWish, person: PersonalData): Refused | undefined {
	if (wish.text.trim() === '') return refused('text-needed', 'text');
	if (wish.department !== null && !hall.setup.departments.has(wish.department)) return refused('place-unknown');
	if (wish.item !== null && !hall.setup.items.has(wish.item)) return refused('item-unknown', wish.item);
	return wish.contact === 'call' && person.phone === undefined ? refused('phone-needed') : undefined;
}

/** Who was asked is the owner; what nobody was asked goes to whoever of the desk has the fewest. */
function ownerFor(tx: Tx, hall: Hall, who: Who): Promise<string | undefined> {
	if (who.staff !== undefined && isAllowed(hall, who, 'case:work')) return Promise.resolve(who.staff);
	return freestOwner(tx, hall, { roles: ROLES, kinds: ASKED_KINDS, except: null });
}

function shortOf(text: string): string {
	const line = text.trim().replaceAll(/\s+/gu, ' ');
	const letters = [...line];
	return letters.length > SHOWN ? `${letters.slice(0, SHOWN).join('')}…` : line;
}
