import type { Answer, Problem } from '#display/ask.ts';
import { isBarred } from '#display/words/wording/check.ts';
import type {
	CasesView,
	CaseView,
	ComplaintAsked,
	ComplaintDetail,
	ComplaintFile,
	ComplaintLine,
	ComplaintsView
} from '#server/views.ts';
import { CaseWork } from '../cases/cases.svelte.ts';
import { figureOf, type Press } from '../keyboard.ts';

export type ComplaintKind = ComplaintDetail['kind'];
export type ComplaintClass = NonNullable<ComplaintDetail['class']>;
export type ComplaintAgainst = NonNullable<ComplaintDetail['against']>;
type UnsolvedCause = NonNullable<ComplaintDetail['cause']>;

export const LISTS: readonly ComplaintAsked['list'][] = ['open', 'mine', 'overdue', 'closed', 'all'];
export const KINDS: readonly ComplaintKind[] = ['complaint', 'unsolved', 'petition'];
export const ROUTES: readonly ComplaintDetail['route'][] = ['hall', 'department'];
export const CLASSES: readonly ComplaintClass[] = [
	...(['conduct', 'wrong-information', 'slowness', 'rules', 'misunderstanding'] as const),
	...(['facility', 'accessibility', 'second-notice', 'media', 'other'] as const)
];
export const AGAINST: readonly ComplaintAgainst[] = ['staff', 'hall', 'department'];
export const CAUSES: readonly UnsolvedCause[] = [
	...(['papers', 'rules-unclear', 'rules-differ', 'between-offices'] as const),
	...(['system', 'history', 'not-told', 'other'] as const)
];

/** What is asked for, as it stands in an address; what is usual is left out. */
export function queryOf(asked: ComplaintAsked): string {
	const { list, ...rest } = asked;
	const said = Object.entries({ list: list === 'open' ? null : list, ...rest });
	return said.flatMap(([name, value]) => (value === null ? [] : [`${name}=${String(value)}`])).join('&');
}

/** The next of some words, and after the last one none. */
export function nextOf<T>(words: readonly T[], now: T | null): T | null {
	return words[now === null ? 0 : words.indexOf(now) + 1] ?? null;
}

export interface ComplaintOptions {
	ask: <T>(method: 'GET' | 'POST', path: string, body?: unknown) => Promise<Answer<T>>;
	/** turns to other complaints, as `queryOf` writes it */
	turn: (query: string) => void;
	/** gives the file of a complaint to whoever asked for it */
	save: (name: string, text: string) => void;
	refresh?: () => void;
}

/** What is filled in beside the acts of the case. */
export type Sheet =
	| { kind: 'sort'; class: ComplaintClass; against: ComplaintAgainst }
	| { kind: 'cause'; cause: UnsolvedCause }
	| { kind: 'petition'; text: string; override: boolean };

/**
 * What the page of complaints does, without a page: filters and pages of the list; the open case, with all that the page
 * of cases does with it; and what only a complaint knows.
 */
export class ComplaintWork {
	view: ComplaintsView = $state.raw() as ComplaintsView;
	sheet: Sheet | null = $state(null);
	busy = $state(false);
	/** the hash of the file that was taken out */
	file: string | null = $state(null);
	refused: Exclude<Problem['code'], 'offline'> | null = $state(null);
	readonly one: CaseWork;
	#options: ComplaintOptions;

	constructor(view: ComplaintsView, open: CaseView | null, options: ComplaintOptions) {
		this.view = view;
		this.#options = options;
		const { ask, refresh } = options;
		this.one = new CaseWork(asCases(view), open, { ask, turn: () => undefined, ...(refresh ? { refresh } : {}) });
	}

	get lines(): ComplaintLine[] {
		return this.view.cases;
	}

	receive(view: ComplaintsView): void {
		this.view = view;
		this.one.receive(asCases(view));
	}

	/** Whether a list is for this person. */
	mayTurn(list: ComplaintAsked['list']): boolean {
		return list !== 'all' || this.view.staff.reads;
	}

	/** Turns to a list or a filter, from its newest on. */
	turn(change: Partial<ComplaintAsked>): void {
		this.#options.turn(queryOf({ ...this.view.asked, before: null, ...change }));
	}

	older(): void {
		if (this.view.more !== null) this.turn({ before: this.view.more });
	}

	/** Opens another; what was begun with the one before is not sent to it. */
	show(id: number): void {
		this.sheet = null;
		this.#forget();
		void this.one.show(id);
	}

	begin(kind: Sheet['kind']): void {
		const about = this.one.open?.complaint;
		if (!about || this.busy) return;
		this.refused = null;
		if (kind === 'petition') this.sheet = { kind, text: '', override: false };
		else if (about.kind === 'unsolved') this.sheet = { kind: 'cause', cause: about.cause ?? 'other' };
		else this.sheet = { kind: 'sort', class: about.class ?? 'other', against: about.against ?? 'hall' };
	}

	/** Whether the sheet can be sent as it is. */
	get filled(): boolean {
		const { sheet } = this;
		if (sheet?.kind !== 'petition') return sheet !== null;
		return sheet.text.trim() !== '' && !isBarred(sheet.text, sheet.override);
	}

	async send(): Promise<void> {
		const { sheet } = this;
		if (!sheet || !this.filled || this.busy) return;
		const { kind, ...said } = sheet;
		if (await this.#post(kind === 'petition' ? 'petition' : 'sort', said)) this.sheet = null;
	}

	/** Takes the whole file out, with its hashes. */
	async takeFile(): Promise<void> {
		const { open } = this.one;
		if (!open?.complaint?.exports || this.busy) return;
		const file = await this.#post<ComplaintFile>('export', {});
		if (!file) return;
		this.file = file.hash;
		this.#options.save(`${open.number}.json`, JSON.stringify(file, null, 2));
	}

	/** One key: the list’s own, the open case’s, and those of a complaint. */
	press(press: Press): boolean {
		if (this.sheet) return press.code === 'Escape' && this.#closeSheet();
		const free = !press.typing && !this.one.form && !this.one.help;
		if (free && (this.one.open ? this.#pressInCase(press) : this.#pressInList(press))) return true;
		if (LEAVES.includes(press.code)) this.#forget();
		return !this.#isOfCasesOnly(press.code) && this.one.press(press);
	}

	/** What was said of the case that was open. */
	#forget(): void {
		this.file = this.refused = null;
	}

	#closeSheet(): true {
		this.sheet = null;
		return true;
	}

	/** Lists and kinds of the page of cases are not turned to here. */
	#isOfCasesOnly(code: string): boolean {
		return !this.one.open && (figureOf(code) !== null || code === 'KeyK');
	}

	#pressInList({ code }: Press): boolean {
		const list = LISTS[(figureOf(code) ?? 0) - 1];
		const { asked } = this.view;
		if (list && this.mayTurn(list)) this.turn({ list });
		else if (code === 'KeyC') this.turn({ class: nextOf(CLASSES, asked.class) });
		else if (code === 'KeyR') this.turn({ route: nextOf(ROUTES, asked.route) });
		else if (code === 'KeyK') this.turn({ kind: nextOf(KINDS, asked.kind) });
		else if (code === 'KeyO') this.older();
		else return false;
		return true;
	}

	#pressInCase({ code, repeat }: Press): boolean {
		const about = this.one.open?.complaint;
		if (!about || repeat) return false;
		if (code === 'KeyF' && about.sorts) this.begin('sort');
		else if (code === 'KeyB' && about.petitions) this.begin('petition');
		else if (code === 'KeyE' && about.exports) void this.takeFile();
		else return false;
		return true;
	}

	async #post<T>(what: string, body: object): Promise<T | null> {
		const { open } = this.one;
		if (!open) return null;
		this.busy = true;
		const answer = await this.#options.ask<T>('POST', `/complaints/${String(open.id)}/${what}`, body);
		this.busy = false;
		if (answer.ok) this.refused = null;
		else if (answer.problem.code === 'offline') this.#options.refresh?.();
		else this.refused = answer.problem.code;
		await this.one.show(open.id);
		return answer.ok ? answer.value : null;
	}
}

/** Keys by which another case is opened, or none. */
const LEAVES: readonly string[] = ['Escape', 'ArrowUp', 'ArrowDown', 'Enter', 'NumpadEnter'];

/** The list as the page of cases knows it. */
function asCases({ seq, hall, staff, timeZone, cases }: ComplaintsView): CasesView {
	const counts = { mine: 0, offered: 0, overdue: 0, department: null };
	return { seq, hall, staff, timeZone, list: 'all', cases, counts, kind: null, kinds: [] };
}
